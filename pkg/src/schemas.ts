/** Every schema, by name. */
import { definitions } from "./definition.js";
import type { Bodies, OAuthScope } from "./generated/bodies.js";
import { names } from "./generated/definition.js";
import { decodeEntries } from "./build/names.js";
import { mapsIn } from "./build/members.js";
import { endpoints } from "./request/endpoints.js";
import type { OrganizationRequestOptions, RequestOptions } from "./request/request.js";
import { makeRequestSchema, type RequestSchema } from "./request-schema.js";
import { makeSchema, type Schema } from "./schema.js";
import { scopeCatalogue } from "./scopes.js";

/** The name of a schema. */
export type SchemaName = keyof Bodies;

/** All schemas by name. */
export type Schemas = {
  readonly [Name in SchemaName]: Name extends keyof Options
    ? RequestSchema<Bodies[Name], Name, Options[Name]>
    : Schema<Bodies[Name], Name>;
};

/** What the requests take, by the name of their schema. */
interface Options {
  readonly "teable.authentication.request": OrganizationRequestOptions;
  readonly "teable.oauth-client.request": RequestOptions;
  readonly "zapier.authentication.request": RequestOptions;
}

/** A property for each schema, which is made when somebody asks for it: most programs need one of them. */
function property(name: keyof Bodies, index: number): PropertyDescriptor {
  let made: unknown;
  const make = () => {
    const schema = makeSchema(index, name);
    const endpoint = endpoints[name];
    return endpoint ? makeRequestSchema(index, schema, endpoint) : schema;
  };
  return { get: () => (made ??= make()), enumerable: true };
}

/** Every schema by name, such as `schemas["teable.oauth-client.request"]`. */
// `Bodies` and the list of names are generated from one list, so the names are the same.
export const schemas = Object.freeze(
  Object.defineProperties({}, Object.fromEntries(names.map((name, index) => [name, property(name, index)]))),
) as Schemas;

/** What an organization's SSO provider is created from at Teable: Feishu or OpenID Connect, told apart by `type`. */
export const teableAuthentication = schemas["teable.authentication.request"];

/** What an OAuth application is created from at Teable. */
export const teableOAuthClient = schemas["teable.oauth-client.request"];

/** What an app connection (Authentication) is created from at Zapier. */
export const zapierAuthentication = schemas["zapier.authentication.request"];

/** The scopes that an OAuth application may ask for, in the document's order. */
export const OAUTH_SCOPES: readonly OAuthScope[] = Object.freeze(scopeCatalogue.map(({ scope }) => scope));

/**
 * The draft that a form's entries make up: nested objects and lists, as the inputs' names say (`config.appId`,
 * `config[appId]`, `redirectUris[0]`, `redirectUris[]`). A name that appears more than once makes a list. Behind
 * `authentication_fields` and its separator all is one key. Left out: names through `__proto__`, `constructor` or
 * `prototype`, malformed ones, and indexes of 10,000 and above.
 * @param form a `FormData`, a `URLSearchParams`, or any pairs of names and values
 */
export function decodeForm(form: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  return decodeEntries(form, definitions().filter(({ request }) => request).flatMap(({ node }) => mapsIn(node)));
}
