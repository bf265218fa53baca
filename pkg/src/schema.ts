/** What a schema can do, and the making of one. */
import { bytesOf, parseJson, type JsonText } from "./bytes.js";
import type { SchemaDefinition } from "./definition.js";
import { judge, judgeText } from "./engine.js";
import { ValidationError } from "./errors.js";
import { draftWith, segmentsOf } from "./field-path.js";
import { fieldsOf, type FieldInfo } from "./fields.js";
import type { Issue, Issues, TextIssue } from "./issue.js";
import { read, readOwn } from "./read.js";
import type { StandardSchemaV1 } from "./standard.js";
import { CALLERS, PARSED } from "./tape.js";

/** A valid body. */
export interface SafeParseSuccess<T> {
  readonly success: true;
  /**
   * A fresh plain object with the known keys only: repeated scopes are dropped, strings are unchanged to the code unit,
   * free-form maps are the caller's own.
   */
  readonly data: T;
}

/** A body that is not valid, with every problem at once. */
export interface SafeParseFailure<I extends Issue = Issue> {
  readonly success: false;
  readonly issues: Issues<I>;
}

/** A verdict, told apart by `success`. */
export type SafeParseResult<T, I extends Issue = Issue> = SafeParseSuccess<T> | SafeParseFailure<I>;

/** The schema of one body: a frozen object, whose functions need no `this`. `T` is the type of the body. */
export interface Schema<T, Name extends string = string> extends StandardSchemaV1<T> {
  /** Such as `teable.oauth-client.request`. */
  readonly name: Name;

  /**
   * Checks a value. It is not changed, none of its functions are called, and none of it goes into an issue.
   * @param value anything at all
   * @throws {@link InternalError} where the engine cannot run; never because of the value
   */
  readonly safeParse: (value: unknown) => SafeParseResult<T>;

  /**
   * Checks a value and gives the body.
   * @param value anything at all
   * @throws {@link ValidationError} with the issues, where it is not valid
   */
  readonly parse: (value: unknown) => T;

  /**
   * Checks a value and says no more than whether it is valid.
   * @param value anything at all
   */
  readonly is: (value: unknown) => value is T;

  /**
   * Checks a JSON text. Its issues also tell their place in the text: `offset` in UTF-8 bytes, `line` and `column` from
   * 1. A text that is not JSON has one issue, `invalid_json`. Of equal keys the last one counts, as with `JSON.parse`.
   * @param text a string, or UTF-8 bytes in an `ArrayBuffer` or any view of one
   */
  readonly safeParseText: (text: JsonText) => SafeParseResult<T, TextIssue>;

  /** The fields of the body for a form, in document order. */
  readonly fields: readonly FieldInfo[];

  /**
   * Checks one field, such as one that a person just left.
   * @param field its name (`config.issuer`), a row's (`redirectUris[0]` or `redirectUris.0`), or a JSON Pointer
   * @param value what it holds; `undefined` where it is absent
   * @param context the rest of the draft, of which only a union's tag (`type`) is read
   * @returns the issues at and below the field; none for a field that this body does not have
   */
  readonly validateField: (field: string, value: unknown, context?: unknown) => readonly Issue[];
}

/** The type of the bodies of a schema. */
export type Infer<S extends { readonly safeParse: (value: unknown) => unknown }> =
  Extract<ReturnType<S["safeParse"]>, { readonly success: true }> extends SafeParseSuccess<infer T> ? T : never;

/** Makes the schema at a position of the definition. `T` has to be the type that is generated for it. */
export function makeSchema<T, Name extends string>(
  index: number,
  name: Name,
  { node }: SchemaDefinition,
): Schema<T, Name> {
  // What wasm has judged valid is a `T`: the tests compare the two for every conformance case.
  const success = (data: unknown): SafeParseSuccess<T> => ({ success: true, data: data as T });

  const safeParse = (value: unknown): SafeParseResult<T> => {
    const reading = read(node, value, CALLERS);
    const issues = judge(index, reading);
    return issues ? { success: false, issues } : success(reading.data);
  };

  const parse = (value: unknown): T => {
    const result = safeParse(value);
    if (result.success) return result.data;
    throw new ValidationError(result.issues);
  };

  const is = (value: unknown): value is T => judge(index, read(node, value, CALLERS)) === undefined;

  const safeParseText = (text: JsonText): SafeParseResult<T, TextIssue> => {
    const bytes = bytesOf(text);
    const issues = judgeText(index, bytes);
    return issues ? { success: false, issues } : success(read(node, parseJson(text, bytes), PARSED).data);
  };

  const validateField = (field: string, value: unknown, context?: unknown): readonly Issue[] => {
    const tag = node.kind === "union" && isObject(context) ? readOwn(context, node.tag) : undefined;
    const segments = segmentsOf(field);
    const found = draftWith(node, segments, value, tag);
    const result = found && safeParse(found.body);
    if (!result || result.success) return [];
    return result.issues.filter(({ path }) => segments.every((segment, depth) => String(path[depth]) === segment));
  };

  let fields: readonly FieldInfo[] | undefined;
  return Object.freeze({
    name,
    safeParse,
    parse,
    is,
    safeParseText,
    validateField,
    get fields() {
      return (fields ??= fieldsOf(node));
    },
    "~standard": Object.freeze({
      version: 1 as const,
      vendor: "prevet",
      validate: (value: unknown) => {
        const result = safeParse(value);
        return result.success ? { value: result.data } : { issues: result.issues };
      },
    }),
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
