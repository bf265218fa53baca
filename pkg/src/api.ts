/** What every entry of the package exports. An entry adds where the wasm comes from. */

export { InternalError, ValidationError, type InternalErrorReason } from "./errors.js";
export { OAUTH_SCOPES, schemas, teableAuthentication, teableOAuthClient, zapierAuthentication } from "./schemas.js";
export type { JsonText } from "./bytes.js";
export type { Text } from "./definition.js";
export type { Constraints, FieldInfo, FieldKind, ItemInfo, ValueInfo } from "./fields.js";
export type * from "./generated/bodies.js";
export type * from "./issue.js";
export type { LineFailure, LinesOptions, LinesResult } from "./lines.js";
export type { Infer, SafeParseFailure, SafeParseResult, SafeParseSuccess, Schema } from "./schema.js";
export type { SchemaName, Schemas } from "./schemas.js";
export type * from "./standard.js";
