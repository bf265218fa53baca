/** Every schema, by name. What a program does not use of them a bundler can drop: nothing here does anything else. */
import { requestDefinitions } from "./definition.js";
import type { Bodies, OAuthScope } from "./generated/bodies.js";
import {
  plans,
  teableAuthenticationRequest,
  teableOAuthClientRequest,
  zapierAuthenticationRequest,
} from "./generated/plans.js";
import { decodeEntries } from "./build/names.js";
import { mapsIn } from "./build/members.js";
import type { Plan } from "./plan.js";
import {
  TEABLE_AUTHENTICATION,
  TEABLE_OAUTH_CLIENT,
  ZAPIER_AUTHENTICATION,
  type Endpoint,
} from "./request/endpoints.js";
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

function requestSchema<Name extends keyof Options>(plan: Plan<Name>, endpoint: Endpoint): Schemas[Name] {
  // `Bodies` and the plans are generated from one list, so the names are the same.
  return makeRequestSchema(plan, makeSchema(plan), endpoint) as unknown as Schemas[Name];
}

/** What an organization's SSO provider is created from at Teable: Feishu or OpenID Connect, told apart by `type`. */
export const teableAuthentication = /* @__PURE__ */ requestSchema(teableAuthenticationRequest, TEABLE_AUTHENTICATION);

/** What an OAuth application is created from at Teable. */
export const teableOAuthClient = /* @__PURE__ */ requestSchema(teableOAuthClientRequest, TEABLE_OAUTH_CLIENT);

/** What an app connection (Authentication) is created from at Zapier. */
export const zapierAuthentication = /* @__PURE__ */ requestSchema(zapierAuthenticationRequest, ZAPIER_AUTHENTICATION);

/** A property for each schema; what is not there yet is made when somebody asks for it, for most programs need one of them. */
function allSchemas(): Schemas {
  const requests = new Map<string, unknown>([
    [teableAuthentication.name, teableAuthentication],
    [teableOAuthClient.name, teableOAuthClient],
    [zapierAuthentication.name, zapierAuthentication],
  ]);
  const property = (plan: Plan): PropertyDescriptor => {
    let made = requests.get(plan.name);
    return { get: () => (made ??= makeSchema(plan)), enumerable: true };
  };
  const properties = Object.fromEntries(plans.map((plan) => [plan.name, property(plan)]));
  return Object.freeze(Object.defineProperties({}, properties)) as Schemas;
}

/** Every schema by name, such as `schemas["teable.oauth-client.request"]`. */
export const schemas: Schemas = /* @__PURE__ */ allSchemas();

/** The scopes that an OAuth application may ask for, in the document's order. */
export const OAUTH_SCOPES: readonly OAuthScope[] = /* @__PURE__ */ scopeNames();

function scopeNames(): readonly OAuthScope[] {
  return Object.freeze(scopeCatalogue.map(({ scope }) => scope));
}

/**
 * The draft that a form's entries make up: nested objects and lists, as the inputs' names say (`config.appId`,
 * `config[appId]`, `redirectUris[0]`, `redirectUris[]`). A name that appears more than once makes a list. Behind
 * `authentication_fields` and its separator all is one key. Left out: names through `__proto__`, `constructor` or
 * `prototype`, malformed ones, and indexes of 10,000 and above.
 * @param form a `FormData`, a `URLSearchParams`, or any pairs of names and values
 */
export function decodeForm(form: Iterable<readonly [string, unknown]>): Record<string, unknown> {
  return decodeEntries(form, requestDefinitions().flatMap(({ node }) => mapsIn(node)));
}
