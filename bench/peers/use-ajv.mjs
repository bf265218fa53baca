/** How the functions that ajv generated are called. */
import { byKind } from "../kinds.mjs";

/**
 * The peer's functions from one validator per schema. They collect all errors; on valid bodies code that stops at the
 * first is no faster.
 */
export function useAjv(validators) {
  const use = (validate) => ({
    is: validate,
    parse: (value) => (validate(value) ? value : undefined),
    messages: (value) => (validate(value) ? undefined : validate.errors.map(({ message }) => message)),
  });
  return byKind(use(validators.authentication), use(validators.oauth), use(validators.zapier));
}
