import { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "prevet";

/**
 * @typedef {object} Entry one form of the page
 * @property {string} id in element ids and in the address
 * @property {string} title
 * @property {string} intro
 * @property {string} endpoint where the request would go
 * @property {typeof teableAuthentication | typeof teableOAuthClient | typeof zapierAuthentication} schema
 * @property {import("prevet").Schemas[keyof import("prevet").Schemas]} answer what comes back where the server accepts
 * @property {Record<string, string>} initial values to start from, by JSON pointer
 * @property {string[]} [defaultsToFirst] pointers of lists whose first row is the one that servers fall back on
 */

/** The forms, in the order of their tabs. @type {Entry[]} */
export const catalogue = [
  {
    id: "sso",
    title: "SSO provider",
    intro: "Lets the people of a Teable organization sign in with the account they already have.",
    endpoint: "https://app.teable.ai/api/enterprise/{organizationId}/authentication",
    schema: teableAuthentication,
    answer: schemas["teable.authentication.response"],
    initial: { "/type": "oidc" },
  },
  {
    id: "oauth",
    title: "OAuth application",
    intro: "Registers an application that acts for Teable’s users, with the permissions they agree to.",
    endpoint: "https://app.teable.ai/api/oauth/client",
    schema: teableOAuthClient,
    answer: schemas["teable.oauth-client.response"],
    initial: {},
    defaultsToFirst: ["/redirectUris"],
  },
  {
    id: "zapier",
    title: "Zapier connection",
    intro: "Stores a person’s credentials for one app, so that Zaps can use it.",
    endpoint: "https://api.zapier.com/v2/authentications",
    schema: zapierAuthentication,
    answer: schemas["zapier.authentication.response"],
    initial: {},
  },
];
