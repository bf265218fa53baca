/** What every entry of the package exports. An entry adds where the wasm comes from. */

export { InternalError, ValidationError, type InternalErrorReason } from "./errors.js";
export { curl } from "./request/curl.js";
export { RequestError } from "./request/request.js";
export { prettify, toFieldErrors, toProblemDetails } from "./report.js";
export { OAUTH_SCOPES, decodeForm, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "./schemas.js";
export type { JsonText } from "./bytes.js";
export type { Text } from "./definition.js";
export type { Constraints, FieldInfo, FieldKind, ItemInfo, ValueInfo } from "./fields.js";
export type * from "./generated/bodies.js";
export type { Advice, AdviceParams, AdviceSeverity, AdviseOptions } from "./advise.js";
export type * from "./issue.js";
export { locales } from "./generated/catalogue.js";
export type { AdviceRule, Locale } from "./generated/catalogue.js";
export type { CheckOptions, Messages } from "./options.js";
export type { LineFailure, LinesOptions, LinesResult } from "./lines.js";
export type { BuildFailure, BuildOptions, BuildResult, BuildSuccess } from "./build/build.js";
export type { ProblemDetails, ProblemError } from "./report.js";
export type { RequestSchema } from "./request-schema.js";
export type {
  OrganizationRequestOptions,
  PreparedRequest,
  RequestOptionName,
  RequestOptions,
} from "./request/request.js";
export type { ServerError } from "./server-error/server-error.js";
export type { ServerErrorKind } from "./server-error/kind.js";
export type { Infer, SafeParseFailure, SafeParseResult, SafeParseSuccess, Schema } from "./schema.js";
export type { SchemaName, Schemas } from "./schemas.js";
export type * from "./standard.js";
