/**
 * prevet vets a request body before a form submits it: the servers' own rules, every problem at once, and no value of
 * the body in any message.
 *
 * @example
 * import { teableOAuthClient } from "prevet";
 *
 * const result = teableOAuthClient.safeParse(draft);
 * if (!result.success) for (const { pointer, message } of result.issues) show(pointer, message);
 *
 * @module
 */
import { start } from "./engine.js";

export { InternalError, ValidationError, type InternalErrorReason } from "./errors.js";
export { curl } from "./request/curl.js";
export { RequestError } from "./request/request.js";
export { prettify, toFieldErrors, toProblemDetails } from "./report.js";
export { OAUTH_SCOPES, decodeForm, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "./schemas.js";
export type { JsonText } from "./bytes.js";
export type { Text } from "./definition.js";
export type { Constraints, FieldInfo, FieldKind, ItemInfo, ValueInfo } from "./fields.js";
export type * from "./generated/bodies.js";
export type * from "./issue.js";
export type { LineFailure, LinesOptions, LinesResult } from "./lines.js";
export type { BuildFailure, BuildResult, BuildSuccess } from "./build/build.js";
export type { ProblemDetails, ProblemError } from "./report.js";
export type { RequestSchema } from "./request-schema.js";
export type {
  OrganizationRequestOptions,
  PreparedRequest,
  RequestOptionName,
  RequestOptions,
} from "./request/request.js";
export type { ServerError, ServerErrorOptions } from "./server-error/server-error.js";
export type { ServerErrorKind } from "./server-error/kind.js";
export type { Infer, SafeParseFailure, SafeParseResult, SafeParseSuccess, Schema } from "./schema.js";
export type { SchemaName, Schemas } from "./schemas.js";
export type * from "./standard.js";

/**
 * Prepares the engine now, where the first check would do it: some milliseconds that are better spent before a person
 * waits. Calling it is optional, and calling it again does nothing.
 * @throws {@link InternalError} where the environment forbids WebAssembly; as a rejection
 */
export async function init(): Promise<void> {
  start();
}
