/** What a request's schema can do beyond checking: build, send, and read the answer. */
import { advise, type Advice, type AdviseOptions } from "./advise.js";
import { makeBuild, type BuildOptions, type BuildResult } from "./build/build.js";
import type { Endpoint } from "./request/endpoints.js";
import { prepare, type PreparedRequest, type RequestOptions } from "./request/request.js";
import { readServerError, type ServerError } from "./server-error/server-error.js";
import type { CheckOptions, WithScopes } from "./options.js";
import type { Plan } from "./plan.js";
import { member } from "./read.js";
import type { Schema } from "./schema.js";
import type { StandardOptions, StandardSchemaV1 } from "./standard.js";

/** The schema of a request body. `T` is the type of the body, `Options` is what a request of it takes. */
export interface RequestSchema<T, Name extends string = string, Options = RequestOptions> extends Schema<T, Name> {
  /**
   * Makes the body that a form means. Blank fields and rows are left out, a blank required field is `required`, URLs,
   * IDs in UUID form and titles are trimmed, repeated scopes are dropped. No URL is rewritten, for servers compare them
   * letter by letter; secrets stay as they are. Fields of another branch than the chosen one do not matter.
   * @param draft an object, a `FormData` or a `URLSearchParams`. Names may be written `config.appId`, `config[appId]`,
   *   `redirectUris[0]`, `redirectUris.0`, `redirectUris[]`, or repeat; a list may also be a text, a row on each line.
   * @param options the language of the messages, messages of your own, and rules of advice that stay silent
   * @returns the payload, or the issues; their indexes and row numbers are those of the draft. With either comes advice on what is
   *   valid; none where WebAssembly is forbidden. Scopes of the caller's own may be in the payload, but not in its type,
   *   for a function for all three requests has to be able to call this
   * @throws {@link InternalError} where the engine cannot run and the draft is not surely valid
   */
  readonly build: (draft: unknown, options?: BuildOptions) => BuildResult<T>;

  /**
   * The same for form libraries that take a Standard Schema: `standardSchemaResolver(schema.draft)`. It checks the body
   * that a draft means and gives that, where the schema itself takes what is blank as it is. Its input has the type of the
   * body, as most forms do; one with other values, such as a list in a text area, says so:
   * `schema.draft as StandardSchemaV1<unknown, Body> as StandardSchemaV1<Form, Body>`.
   */
  readonly draft: StandardSchemaV1<T>;

  /**
   * Tells what the API accepts and what will fail or harm later, in document order. It never blocks.
   * @param value a body in any state: parts that are not valid get no advice, and a draft is better given to `build`
   * @param options the language of the messages, and rules that stay silent
   * @throws {@link InternalError} where the engine cannot run; because of the value only where it has hundreds of megabytes
   */
  readonly advise: (value: unknown, options?: AdviseOptions) => readonly Advice[];

  /**
   * Makes the whole request for a payload.
   * @param payload a valid body
   * @param options the token, and where the request goes
   * @throws {@link RequestError} for an option that is missing, blank or of no use, and for a payload that has no JSON
   */
  request(this: void, payload: T | WithScopes<T, string>, options: Options): PreparedRequest;

  /**
   * Reads the server's refusal of a body. Never throws, whatever the server sent.
   * @param status the HTTP status; 0 where there was no answer
   * @param body the answer's body: parsed JSON, text or HTML
   * @param headers the answer's headers, a `Headers` object, a record or pairs, for `Retry-After`
   * @param options the language of what is said where the server says nothing, and messages of your own
   */
  readonly fromServerError: (
    status: number,
    body: unknown,
    headers?: unknown,
    options?: CheckOptions,
  ) => ServerError;
}

/**
 * Adds what requests have to a schema.
 * @internal
 */
export function makeRequestSchema<T, Name extends string, Options extends RequestOptions>(
  { index, definition }: Plan<Name>,
  schema: Schema<T, Name>,
  endpoint: Endpoint,
): RequestSchema<T, Name, Options> {
  const adviseOn = (value: unknown, options?: AdviseOptions, source?: unknown, lost?: readonly unknown[]) =>
    advise(index, definition().node, value, options, source, lost);
  const build = makeBuild(definition, schema.safeParse, adviseOn);
  const validate = (draft: unknown, options?: StandardOptions) => {
    const built = build(draft, member(options, "libraryOptions") as CheckOptions | undefined);
    return built.success ? { value: built.payload } : { issues: built.issues };
  };
  const { freeze } = Object;
  const own = {
    build,
    draft: freeze({ "~standard": freeze({ version: 1, vendor: "prevet", validate }) }),
    advise: (value: unknown, options?: AdviseOptions) => adviseOn(value, options),
    request: (payload: T, options: Options) => prepare(endpoint, payload, options),
    fromServerError: (status: number, body: unknown, headers?: unknown, options?: CheckOptions) =>
      readServerError(definition().node, endpoint.coolDown, status, body, headers, options),
  };
  // The descriptors keep `fields` what it is: made when it is asked for.
  return freeze(Object.defineProperties(own, Object.getOwnPropertyDescriptors(schema))) as unknown as RequestSchema<T, Name, Options>;
}
