/**
 * Standard Schema v1 (https://standardschema.dev): the interface through which form and server libraries take a schema
 * of any vendor. The types are copied from its specification, which says to do so.
 */
import type { Issue } from "./issue.js";

/** An object that follows Standard Schema. */
export interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}

/** What Standard Schema asks for. */
export interface StandardProps<Input = unknown, Output = Input> {
  readonly version: 1;
  readonly vendor: string;
  /**
   * Checks a value. Synchronous: it never gives a promise.
   * @param value anything at all
   * @returns the body, or the issues, which are those of `safeParse`
   */
  readonly validate: (value: unknown, options?: StandardOptions) => StandardResult<Output>;
  /** For inference only; absent at run time. */
  readonly types?: { readonly input: Input; readonly output: Output };
}

/** What a library may pass along. */
export interface StandardOptions {
  /** Read as {@link CheckOptions}: `{ locale: "zh" }`, for one. */
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A verdict in Standard Schema's form. */
export type StandardResult<Output> = StandardSuccess<Output> | StandardFailure;

/** The body is valid. */
export interface StandardSuccess<Output> {
  readonly value: Output;
  readonly issues?: undefined;
}

/** The body is not valid. What Standard Schema wants of an issue, each has. List indexes in its path are numbers. */
export interface StandardFailure {
  readonly issues: readonly Issue[];
}

/** An object that follows Standard JSON Schema v1. */
export interface StandardJSONSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": StandardJSONSchemaProps<Input, Output>;
}

/** What Standard JSON Schema asks for. */
export interface StandardJSONSchemaProps<Input = unknown, Output = Input> {
  readonly version: 1;
  readonly vendor: string;
  /** For inference only; absent at run time. */
  readonly types?: { readonly input: Input; readonly output: Output };
  readonly jsonSchema: StandardJSONSchemaConverter;
}

/** Gives the JSON Schema of what a schema takes, and of what it gives. */
export interface StandardJSONSchemaConverter {
  /** @throws where the target is none of the three that are known */
  readonly input: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
  /** @throws where the target is none of the three that are known */
  readonly output: (options: StandardJSONSchemaOptions) => Record<string, unknown>;
}

/** Which dialect is wanted. */
export interface StandardJSONSchemaOptions {
  readonly target: StandardJSONSchemaTarget;
  /** What a library may pass along; nothing of it is used. */
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A dialect; a library may ask for any, and is refused those that are not known. */
export type StandardJSONSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
