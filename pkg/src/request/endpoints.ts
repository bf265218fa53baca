/** Where each request goes. */

/** The address of one operation, and what is known of its server. */
export interface Endpoint {
  /** The vendor's own cloud. */
  readonly cloud: string;
  /** What stands between a server's address and the path. A base URL may end in it already. */
  readonly prefix: string;
  /** The path behind the prefix; `{organizationId}` is filled in, which the document declares as `resourceId`. */
  readonly path: string;
  /** The seconds to wait where the server says "too many requests" and not how long. */
  readonly coolDown?: number;
}

const TEABLE = "https://app.teable.ai";

/** Where an organization's SSO provider is created. */
export const TEABLE_AUTHENTICATION: Endpoint = {
  cloud: TEABLE,
  prefix: "/api",
  path: "/enterprise/{organizationId}/authentication",
};

/** Where an OAuth application is created. */
export const TEABLE_OAUTH_CLIENT: Endpoint = { cloud: TEABLE, prefix: "/api", path: "/oauth/client" };

/** Where an app connection (Authentication) is created. */
export const ZAPIER_AUTHENTICATION: Endpoint = {
  cloud: "https://api.zapier.com",
  prefix: "/v2",
  path: "/authentications",
  coolDown: 60,
};
