/**
 * The smallest entry: accepts at once what is surely valid, and loads the rest of prevet when something has to be said.
 *
 * @example
 * import { safeParse } from "prevet/lazy";
 *
 * const result = await safeParse("teable.oauth-client.request", draft);
 *
 * @module
 */
import { readAndJudge, type Judged } from "./accept.js";
import type { Bodies } from "./generated/bodies.js";
import { readers } from "./generated/accept.js";
import { names } from "./generated/definition.js";
import type { CheckOptions, WithScopes } from "./options.js";
import type { SafeParseResult, Schema } from "./schema.js";
import type { SchemaName } from "./schemas.js";

export type { Bodies, CheckOptions, SafeParseResult, SchemaName };

/**
 * Loads all of prevet: what `import("prevet")` gives. Calling it early, such as when a form gets the focus, makes the first
 * report of a problem as quick as the others.
 */
export function load(): Promise<typeof import("./index.js")> {
  return import("./index.js");
}

/**
 * Whether a value is surely a valid body. It is never wrong about that; where it says no, `safeParse` knows more.
 * @param name such as `teable.oauth-client.request`
 * @param value anything at all
 * @throws a `TypeError` for a name that no schema has
 */
export function isSurely<Name extends SchemaName>(name: Name, value: unknown): value is Bodies[Name] {
  return quickly(name, value).accepted;
}

/**
 * The same verdict as `safeParse` of the schema: at once where the value is surely valid, else when prevet is loaded.
 * @param name such as `teable.oauth-client.request`
 * @param value anything at all; it is read before this returns, but for one with a list that is no usual one, or has more than
 *   4,194,304 elements: that is read once more when prevet is loaded
 * @param options as for the schema's `safeParse`
 * @throws a `TypeError` for a name that no schema has, as a rejection; and what a failing `import()` throws
 */
export async function safeParse<Name extends SchemaName, const Extra extends string = never>(
  name: Name,
  value: unknown,
  options?: CheckOptions<Extra>,
): Promise<SafeParseResult<WithScopes<Bodies[Name], Extra>>> {
  const { data, accepted, whole } = quickly(name, value);
  if (accepted) return { success: true, data: data as WithScopes<Bodies[Name], Extra> };
  const { schemas } = await load();
  const schema = schemas[name] as unknown as Schema<Bodies[Name]>;
  // The snapshot stands for the value, whose fields are read once, unless there was a list that it could not take.
  return schema.safeParse(whole ? data : value, options) as SafeParseResult<WithScopes<Bodies[Name], Extra>>;
}

function quickly(name: SchemaName, value: unknown): Judged {
  const reader = readers[names.indexOf(name)];
  if (!reader) throw new TypeError("There is no schema of this name; the type SchemaName lists them.");
  return readAndJudge(reader, value);
}
