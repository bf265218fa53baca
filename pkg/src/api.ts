/** What every entry of the package exports. An entry adds where the wasm comes from. */

// First what has the texts: beside each other in the bundle they are compressed best.
export { locales } from "./generated/catalogue.js";
export { OAUTH_SCOPES, decodeForm, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "./schemas.js";
export { InternalError, ValidationError, type InternalErrorReason } from "./errors.js";
export { curl } from "./request/curl.js";
export { fromOidcDiscovery, oidcDiscoveryUrl } from "./oidc/discovery.js";
export { fillOidcPreset, oidcHints, oidcPresets } from "./oidc/presets.js";
export { scopeCatalogue, scopeMatrix, scopePresets, scopeState, toggleScopes } from "./scopes.js";
export { RequestError } from "./request/request.js";
export { prettify, toFieldErrors, toProblemDetails } from "./report.js";
export type { JsonText } from "./bytes.js";
export type { Text } from "./definition.js";
export type { Constraints, FieldInfo, FieldKind, ItemInfo, ValueInfo } from "./fields.js";
export type * from "./generated/bodies.js";
export type { Advice, AdviceParams, AdviceSeverity, AdviseOptions } from "./advise.js";
export type * from "./issue.js";
export type {
  AdviceRule,
  DiscoveryProblemCode,
  Locale,
  OidcPresetName,
  ScopeActionName,
  ScopeGroupName,
  ScopePresetName,
} from "./generated/catalogue.js";
export type { DiscoveryProblem, OidcDiscovery, OidcUrls } from "./oidc/discovery.js";
export type { OidcHint, OidcPreset, OidcPresetInput, ScopeFlag, ScopeInfo, ScopePreset, ScopeRisk } from "./catalogue.js";
export type { ScopeMatrix, ScopeMatrixLine, ScopeMatrixRow, ScopeState } from "./scopes.js";
export type { CheckOptions, Messages, WithScopes } from "./options.js";
export type { LineFailure, LinesOptions, LinesResult } from "./lines.js";
export type { BuildFailure, BuildOptions, BuildResult, BuildSuccess } from "./build/build.js";
export type { ProblemDetails, ProblemError } from "./report.js";
export type { RequestSchema } from "./request-schema.js";
export type {
  OrganizationOption,
  OrganizationRequestOptions,
  PreparedRequest,
  RequestOptionName,
  RequestOptions,
} from "./request/request.js";
export type { ServerError } from "./server-error/server-error.js";
export type { ServerErrorKind } from "./server-error/kind.js";
export type { Guard, Infer, Parse, SafeParse, SafeParseFailure, SafeParseResult, SafeParseSuccess, Schema } from "./schema.js";
export type { SchemaName, Schemas } from "./schemas.js";
export type * from "./standard.js";
