/** Valid bodies, made up but like real ones. Everything follows from the index, so each run measures the same. */
import { SCOPES } from "./kinds.mjs";

const COMPANIES = ["acme", "globex", "initech", "umbrella", "hooli", "stark", "wayne", "soylent", "cyberdyne"];
const ENDINGS = ["com", "io", "dev", "co.uk", "org", "net", "cloud"];
const PLAIN_NAMES = ["Acme SSO", "Reports for the finance team", "Staging", "Nightly sync", "CRM (wade)"];
const OTHER_NAMES = ["飞书登录", "Büro Köln", "営業レポート", "Отчёты", "Équipe 🚀", "סנכרון", "데이터 동기화"];

/** How a body of each kind is made from a number, and from a source of URLs where the kind has any. */
export const BODIES = { feishu, oidc, oauth, zapier };

/** A number of 32 bits that looks random. */
export function scramble(seed) {
  let bits = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** An ordinary web address: one in eight on this machine, one in eight with a port, one in four with a query. */
export function plainUrl(seed, path) {
  const host = `${pick(COMPANIES, seed)}-${seed % 97}.${pick(ENDINGS, seed + 1)}`;
  const origin = seed % 8 === 3 ? `http://localhost:${3000 + (seed % 50)}` : `https://sso.${host}`;
  const port = seed % 8 === 5 ? ":8443" : "";
  const query = seed % 4 === 1 ? `?tenant=${scramble(seed) % 10_000}&lang=en` : "";
  return `${origin}${seed % 8 === 3 ? "" : port}${path}${query}`;
}

function feishu(index) {
  return {
    type: "feishu",
    name: nameOf(index),
    config: { appId: `cli_${token(index, 16)}`, appSecret: token(index + 1, 32) },
    ...(index % 8 === 7 && { id: `aut${token(index, 12)}` }),
  };
}

function oidc(index, url = plainUrl) {
  return {
    type: "oidc",
    name: nameOf(index),
    config: {
      clientId: `teable-${token(index, 10)}`,
      clientSecret: token(index + 1, 40),
      authorizationUrl: url(4 * index, "/oauth2/authorize"),
      tokenUrl: url(4 * index + 1, "/oauth2/token"),
      userInfoUrl: url(4 * index + 2, "/oauth2/userinfo"),
      issuer: url(4 * index + 3, ""),
    },
    ...(index % 8 === 7 && { id: `aut${token(index, 12)}` }),
  };
}

function oauth(index, url = plainUrl) {
  return {
    name: nameOf(index),
    description: `${nameOf(index + 1)}: reads tables and writes a summary every ${(index % 23) + 1} hours.`,
    homepage: url(4 * index, "/"),
    logo: plainUrl(4 * index + 1, "/assets/logo.png"),
    scopes: Array.from({ length: 10 }, (_, place) => SCOPES[(index + 3 * place) % SCOPES.length]),
    redirectUris: [url(4 * index + 2, "/oauth/callback"), url(4 * index + 3, "/v2/oauth/callback")],
  };
}

function zapier(index) {
  const subdomain = pick(COMPANIES, index);
  const fields = { api_key: token(index, 40), subdomain, region: "eu-1", sandbox: index % 2 };
  return { data: { title: nameOf(index), app: uuid(index), authentication_fields: fields } };
}

/** A name; one in four is not ASCII. */
function nameOf(index) {
  return `${pick(index % 4 === 2 ? OTHER_NAMES : PLAIN_NAMES, index)} ${index}`;
}

function token(seed, length) {
  let text = "";
  for (let part = 0; text.length < length; part++) text += scramble(1000 * seed + part).toString(36);
  return text.slice(0, length);
}

/** A version 4 UUID. */
function uuid(seed) {
  const part = (place) => scramble(7 * seed + place).toString(16).padStart(8, "0");
  const digits = [0, 1, 2, 3].map(part).join("");
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, "$1-$2-4$3-a$4-$5");
}

function pick(list, seed) {
  return list[scramble(seed) % list.length];
}
