/** What a schema can do, and the making of one. */
import type { JsonText } from "./bytes.js";
import { fieldsOf, type FieldInfo } from "./fields.js";
import type { Issue, Issues, TextIssue } from "./issue.js";
import { converter } from "./json-schema.js";
import type { LinesOptions, LinesResult } from "./lines.js";
import type { CheckOptions, WithScopes } from "./options.js";
import type { Plan } from "./plan.js";
import { member } from "./read.js";
import { redact } from "./redact.js";
import type { StandardJSONSchemaProps, StandardOptions, StandardProps } from "./standard.js";
import { textChecks } from "./text-checks.js";
import { fieldCheck } from "./validate-field.js";
import { valueChecks } from "./value-checks.js";

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

/** A check. Scopes of the caller's own are in the type of the body too. */
export interface SafeParse<T, Input = unknown, I extends Issue = Issue> {
  /**
   * Checks a value, or a JSON text, and tells the body or every problem. The input is not changed, and none of it goes into an issue.
   * @param input anything at all; for a text a string, or UTF-8 bytes in an `ArrayBuffer` or any view of one
   * @param options the language of the messages, messages of your own, and scopes that this version does not know
   */
  <const Extra extends string = never>(
    input: Input,
    options: CheckOptions<Extra> | undefined,
  ): SafeParseResult<WithScopes<T, Extra>, I>;
  /** The same without scopes of the caller's own; a call of one of several schemas has this in common. */
  (input: Input, options: CheckOptions<never> | undefined): SafeParseResult<T, I>;
  /** The same with options of which no type tells what scopes they name. */
  (input: Input, options: CheckOptions | undefined): SafeParseResult<WithScopes<T, string>, I>;
  /**
   * Checks a value, or a JSON text, and tells the body or every problem. The input is not changed, and none of it goes into an issue.
   * @param input anything at all; for a text a string, or UTF-8 bytes in an `ArrayBuffer` or any view of one
   */
  (input: Input): SafeParseResult<T, I>;
}

/** A check that gives the body or throws. */
export interface Parse<T> {
  /**
   * Checks a value and gives the body.
   * @param value anything at all
   * @param options as for `safeParse`
   * @throws {@link ValidationError} with the issues, where it is not valid
   */
  <const Extra extends string = never>(value: unknown, options: CheckOptions<Extra> | undefined): WithScopes<T, Extra>;
  /** The same without scopes of the caller's own; a call of one of several schemas has this in common. */
  (value: unknown, options: CheckOptions<never> | undefined): T;
  /** The same with options of which no type tells what scopes they name. */
  (value: unknown, options: CheckOptions | undefined): WithScopes<T, string>;
  /**
   * Checks a value and gives the body.
   * @param value anything at all
   * @throws {@link ValidationError} with the issues, where it is not valid
   */
  (value: unknown): T;
}

/** A check that is a type guard. Without options it fits wherever a predicate is asked for: `values.filter(schema.is)`. */
export interface Guard<T> {
  /**
   * Whether a value is valid, without the problems.
   * @param value anything at all
   * @param options as for `safeParse`
   */
  <const Extra extends string = never>(
    value: unknown,
    options: CheckOptions<Extra> | undefined,
  ): value is WithScopes<T, Extra>;
  /** The same without scopes of the caller's own; a call of one of several schemas has this in common. */
  (value: unknown, options: CheckOptions<never> | undefined): value is T;
  /** The same with options of which no type tells what scopes they name. */
  (value: unknown, options: CheckOptions | undefined): value is WithScopes<T, string>;
  /**
   * Whether a value is valid, without the problems.
   * @param value anything at all
   */
  (value: unknown): value is T;
}

/** The schema of one body: a frozen object, whose functions need no `this`. `T` is the type of the body. */
export interface Schema<T, Name extends string = string> {
  /** Standard Schema v1 and Standard JSON Schema v1, for form and server libraries. */
  readonly "~standard": StandardProps<T> & StandardJSONSchemaProps<T>;

  /** Such as `teable.oauth-client.request`. */
  readonly name: Name;

  /**
   * Checks a value. It is not changed, none of its functions are called, and none of it goes into an issue.
   * @param value anything at all
   * @param options the language of the messages, messages of your own, and scopes that this version does not know
   * @throws {@link InternalError} where the engine cannot run; because of the value only where it is one of tens of millions
   *   of parts
   */
  readonly safeParse: SafeParse<T>;

  /**
   * Checks a value and gives the body.
   * @param value anything at all
   * @param options as for `safeParse`
   * @throws {@link ValidationError} with the issues, where it is not valid; {@link InternalError} as for `safeParse`
   */
  readonly parse: Parse<T>;

  /**
   * Checks a value and says no more than whether it is valid.
   * @param value anything at all
   * @param options as for `safeParse`
   * @throws {@link InternalError} as for `safeParse`
   */
  readonly is: Guard<T>;

  /**
   * Checks a JSON text. Its issues also tell their place in the text: `offset` in UTF-8 bytes, `line` and `column` from
   * 1. A text that is not JSON has one issue, `invalid_json`. Of equal keys the last one counts, as with `JSON.parse`.
   * @param text a string, or UTF-8 bytes in an `ArrayBuffer` or any view of one
   * @param options as for `safeParse`
   * @throws {@link InternalError} as for `safeParse`
   */
  readonly safeParseText: SafeParse<T, JsonText, TextIssue>;

  /**
   * Checks a JSON text and says no more than whether it is valid; the fastest path for bytes.
   * @param text as for `safeParseText`
   * @param options as for `safeParse`
   * @throws {@link InternalError} as for `safeParse`
   */
  readonly isText: (text: JsonText, options?: CheckOptions) => boolean;

  /**
   * Checks JSON lines (NDJSON), one body a line; blank lines are skipped. Memory stays flat however long the input is,
   * but for what is told of lines that are not valid; with `partial`, that can be dealt with chunk by chunk.
   * @param text as for `safeParseText`; a chunk of a stream with `partial`. What is no text is one line that is not valid
   * @param options as for `safeParse`; the number of the first line, and whether more is to come
   * @throws {@link InternalError} as for `safeParse`
   */
  readonly checkLines: (text: JsonText, options?: LinesOptions) => LinesResult;

  /** The fields of the body for a form, in document order. */
  readonly fields: readonly FieldInfo[];

  /**
   * Checks one field, such as one that a person just left.
   * @param field its name (`config.issuer` or `config[issuer]`), a row's (`redirectUris[0]` or `redirectUris.0`), or a JSON
   *   Pointer
   * @param value what it holds; `undefined` where it is absent
   * @param context the rest of the draft, as `build` takes it, of which only a union's tag (`type`) counts
   * @param options as for `safeParse`
   * @returns the issues at and below the field; none for a field that this body does not have
   * @throws {@link InternalError} as for `safeParse`
   */
  readonly validateField: (field: string, value: unknown, context?: unknown, options?: CheckOptions) => readonly Issue[];

  /**
   * A copy that is safe to log: known fields only, each secret masked, also where another field is the same, or repeats one
   * of eight characters or more, or a URL carries a password. A value of the wrong kind is masked as a whole. Never throws.
   * @param body a body, of which the copy is one again
   */
  redact(this: void, body: T): T;
  /**
   * A copy that is safe to log, as of a body.
   * @param value a draft, in any state
   */
  redact(this: void, value: unknown): unknown;
}

/** The type of the bodies of a schema. */
export type Infer<S extends { readonly safeParse: (value: unknown) => unknown }> =
  Extract<ReturnType<S["safeParse"]>, { readonly success: true }> extends SafeParseSuccess<infer T> ? T : never;

/**
 * Makes a schema of what is generated for it. `T` has to be the type of its bodies.
 * @internal
 */
export function makeSchema<T, Name extends string>(plan: Plan<Name>): Schema<T, Name> {
  const { name, definition } = plan;
  const values = valueChecks<T>(plan);
  let fields: readonly FieldInfo[] | undefined;
  // Scopes of the caller's own widen the type of what was judged, and change nothing else.
  return Object.freeze({
    name,
    ...values,
    ...textChecks<T>(plan),
    validateField: fieldCheck(plan, values.safeParse),
    redact: (value: unknown) => redact(definition().node, value),
    get fields() {
      return (fields ??= fieldsOf(definition().node));
    },
    "~standard": Object.freeze({
      version: 1 as const,
      vendor: "prevet",
      validate: (value: unknown, options?: StandardOptions) => {
        const result = values.safeParse(value, member(options, "libraryOptions") as CheckOptions | undefined);
        return result.success ? { value: result.data } : { issues: result.issues };
      },
      jsonSchema: converter(definition),
    }),
  }) as Schema<T, Name>;
}
