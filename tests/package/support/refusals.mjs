// Bodies with which servers refuse, and what becomes of them.

/** What a schema reads of a refusal: a text for each issue, its pointer and its message. */
export const read = (schema, status, body, headers) =>
  schema.fromServerError(status, body, headers).issues.map(({ pointer, message }) => `${pointer}: ${message}`);

/** Teable's way: all complaints in one sentence. */
export const sentence = (message) => ({ message: `Validation error: ${message}`, status: 400, code: "validation_error" });

/** Zapier's way: an error with a pointer. */
export const zapier = (pointer, more = {}) => ({ errors: [{ detail: "No.", source: { pointer }, ...more }] });
