import { drawAssistant } from "../view/assistant.js";
import { schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "prevet";

/**
 * @typedef {import("prevet").Text} Text
 * @typedef {object} Entry one form of the page
 * @property {string} id in element ids and in the address
 * @property {Text} title
 * @property {Text} intro
 * @property {typeof teableAuthentication | typeof teableOAuthClient | typeof zapierAuthentication} schema
 * @property {import("prevet").Schemas[keyof import("prevet").Schemas]} answer what comes back where the server accepts
 * @property {Record<string, string>} initial values to start from, by JSON pointer
 * @property {{ when: string, behind: string, draw: typeof drawAssistant }} [assistant] what helps to fill in the fields of a branch, and
 *   the pointer of the field that it stands behind
 * @property {string} [callback] the path to which people come back from what is created; its id stands in place of `{id}`
 * @property {string[]} [defaultsToFirst] pointers of lists whose first row is the one that servers fall back on
 */

/** The forms, in the order of their tabs. @type {Entry[]} */
export const catalogue = [
  {
    id: "sso",
    title: { en: "SSO provider", zh: "单点登录" },
    intro: {
      en: "Lets the people of a Teable organization sign in with the account they already have.",
      zh: "让 Teable 组织的成员使用已有账号登录。",
    },
    schema: teableAuthentication,
    answer: schemas["teable.authentication.response"],
    initial: { "/type": "oidc" },
    assistant: { when: "oidc", behind: "/type", draw: drawAssistant },
    callback: "/api/auth/authentication/{id}/callback",
  },
  {
    id: "oauth",
    title: { en: "OAuth application", zh: "OAuth 应用" },
    intro: {
      en: "Registers an application that acts for Teable’s users, with the permissions they agree to.",
      zh: "注册一个代表 Teable 用户操作的应用，权限须经用户同意。",
    },
    schema: teableOAuthClient,
    answer: schemas["teable.oauth-client.response"],
    initial: {},
    defaultsToFirst: ["/redirectUris"],
  },
  {
    id: "zapier",
    title: { en: "Zapier connection", zh: "Zapier 连接" },
    intro: {
      en: "Stores a person’s credentials for one app, so that Zaps can use it.",
      zh: "保存某个应用的个人凭据，供 Zap 使用。",
    },
    schema: zapierAuthentication,
    answer: schemas["zapier.authentication.response"],
    initial: {},
  },
];
