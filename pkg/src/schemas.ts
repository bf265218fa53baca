/** Every schema, by name. */
import type { SchemaDefinition } from "./definition.js";
import type { Bodies, OAuthScope } from "./generated/bodies.js";
import { definition } from "./generated/definition.js";
import { makeSchema, type Schema } from "./schema.js";

/** The name of a schema. */
export type SchemaName = keyof Bodies;

/** All schemas by name. */
export type Schemas = { readonly [Name in SchemaName]: Schema<Bodies[Name], Name> };

const definitions: readonly SchemaDefinition[] = definition;

const made = definitions.map((schema, index) => [schema.name, makeSchema(index, schema.name, schema)]);

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
