/** What a request's schema can do beyond checking: build, send, advise, hide, and read the answer. */
import { makeBuild, type BuildResult } from "./build/build.js";
import type { SchemaDefinition } from "./definition.js";
import { redact } from "./redact.js";
import type { Endpoint } from "./request/endpoints.js";
import { prepare, type PreparedRequest, type RequestOptions } from "./request/request.js";
import { readServerError, type ServerError, type ServerErrorOptions } from "./server-error/server-error.js";
import type { Schema } from "./schema.js";

/** The schema of a request body. `T` is the type of the body, `Options` is what a request of it takes. */
export interface RequestSchema<T, Name extends string = string, Options = RequestOptions> extends Schema<T, Name> {
  /**
   * Makes the body that a form means. Blank fields and rows are left out, a blank required field is `required`, URLs,
   * IDs in UUID form and titles are trimmed, repeated scopes are dropped. No URL is rewritten, for servers compare them
   * letter by letter; secrets stay as they are. Fields of another branch than the chosen one do not matter.
   * @param draft an object, a `FormData` or a `URLSearchParams`. Names may be written `config.appId`, `config[appId]`,
   *   `redirectUris[0]`, `redirectUris.0`, `redirectUris[]`, or repeat; a list may also be a text, a row on each line.
   * @returns the payload, or the issues; their indexes and row numbers are those of the draft
   */
  readonly build: (draft: unknown) => BuildResult<T, never>;

  /**
   * Makes the whole request for a payload.
   * @param payload a valid body
   * @param options the token, and where the request goes
   * @throws {@link RequestError} for an option that is missing, blank or of no use
   */
  readonly request: (payload: T, options: Options) => PreparedRequest;

  /**
   * A copy that is safe to log: known fields only, each secret masked, also where another field repeats it or a URL
   * carries a password. A value of the wrong kind is masked as a whole. Never throws.
   * @param value a body or a draft, in any state
   */
  readonly redact: (value: unknown) => unknown;

  /**
   * Reads the server's refusal of a body. Never throws, whatever the server sent.
   * @param status the HTTP status; 0 where there was no answer
   * @param body the answer's body: parsed JSON, text or HTML
   * @param headers the answer's headers, a `Headers` object or a record, for `Retry-After`
   */
  readonly fromServerError: (
    status: number,
    body: unknown,
    headers?: unknown,
    options?: ServerErrorOptions,
  ) => ServerError;
}

/** Adds what requests have to a schema. */
export function makeRequestSchema<T, Name extends string, Options extends RequestOptions>(
  schema: Schema<T, Name>,
  { node }: SchemaDefinition,
  endpoint: Endpoint,
): RequestSchema<T, Name, Options> {
  const own = {
    build: makeBuild(node, schema.safeParse, () => []),
    request: (payload: T, options: Options) => prepare(endpoint, payload, options),
    redact: (value: unknown) => redact(node, value),
    fromServerError: (status: number, body: unknown, headers?: unknown, options?: ServerErrorOptions) =>
      readServerError(node, endpoint.coolDown, status, body, headers, options),
  };
  // The descriptors keep `fields` what it is: made when it is asked for.
  return Object.freeze(Object.defineProperties(own, Object.getOwnPropertyDescriptors(schema))) as unknown as RequestSchema<T, Name, Options>;
}
