/** Every schema, by name. */
import type { SchemaDefinition } from "./definition.js";
import type { Bodies, OAuthScope } from "./generated/bodies.js";
import { definition } from "./generated/definition.js";
import { decodeEntries } from "./build/names.js";
import { mapsIn } from "./build/members.js";
import { endpoints } from "./request/endpoints.js";
import type { OrganizationRequestOptions, RequestOptions } from "./request/request.js";
import { makeRequestSchema, type RequestSchema } from "./request-schema.js";
import { makeSchema, type Schema } from "./schema.js";

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

const definitions: readonly SchemaDefinition[] = definition;

const made = definitions.map((definition, index) => {
  const schema = makeSchema(index, definition.name, definition);
  const endpoint = endpoints[definition.name];
  return [definition.name, endpoint ? makeRequestSchema(index, schema, definition, endpoint) : schema];
});

/** Every schema by name, such as `schemas["teable.oauth-client.request"]`. */
// `Bodies` and the definition are generated from one list, so the names are the same.
export const schemas = Object.freeze(Object.fromEntries(made)) as Schemas;

/** What an organization's SSO provider is created from at Teable: Feishu or OpenID Connect, told apart by `type`. */
export const teableAuthentication = schemas["teable.authentication.request"];

/** What an OAuth application is created from at Teable. */
export const teableOAuthClient = schemas["teable.oauth-client.request"];

/** What an app connection (Authentication) is created from at Zapier. */
export const zapierAuthentication = schemas["zapier.authentication.request"];

/** The scopes that an OAuth application may ask for, in the document's order. */
export const OAUTH_SCOPES = teableOAuthClient.fields.find(({ name }) => name === "scopes")
  ?.options as readonly OAuthScope[];

/**
 * The draft that a form's entries make up: nested objects and lists, as the inputs' names say (`config.appId`,
 * `config[appId]`, `redirectUris[0]`, `redirectUris[]`). A name that appears more than once makes a list. Behind
 * `authentication_fields` and its separator all is one key. Left out: names through `__proto__`, `constructor` or
 * `prototype`, malformed ones, and indexes of 10,000 and above.
 * @param form a `FormData`, a `URLSearchParams`, or any pairs of names and values
 */
export function decodeForm(form: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  return decodeEntries(form, definitions.filter(({ request }) => request).flatMap(({ node }) => mapsIn(node)));
}
