/** Where each request goes. */

/** The address of one operation, and what is known of its server. */
export interface Endpoint {
  /** The vendor's own cloud. */
  readonly cloud: string;
  /** What stands between a server's address and the path. A base URL may end in it already. */
  readonly prefix: string;
  /** The path behind the prefix; `{organizationId}` is filled in. */
  readonly path: string;
  /** The seconds to wait where the server says "too many requests" and not how long. */
  readonly coolDown?: number;
}

const TEABLE = { cloud: "https://app.teable.ai", prefix: "/api" };

/** By the name of the schema. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  "teable.authentication.request": { ...TEABLE, path: "/enterprise/{organizationId}/authentication" },
  "teable.oauth-client.request": { ...TEABLE, path: "/oauth/client" },
  "zapier.authentication.request": {
    cloud: "https://api.zapier.com",
    prefix: "/v2",
    path: "/authentications",
    coolDown: 60,
  },
};
