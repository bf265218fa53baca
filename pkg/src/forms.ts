/**
 * A form of the page, bound to a request: `prevet/forms`. It asks the schema that it is given and holds nothing of the
 * engine, so it serves `prevet` and `prevet/slim` alike.
 *
 * @example
 * import { teableOAuthClient } from "prevet";
 * import { bindForm } from "prevet/forms";
 *
 * bindForm(document.querySelector("form"), teableOAuthClient, { onSubmit: (payload) => send(payload) });
 *
 * @module
 */
export { bindForm } from "./forms/bind.js";
export type {
  BoundForm,
  FormAdvice,
  FormFailure,
  FormOptions,
  FormResult,
  FormSchema,
  FormSuccess,
  PerCall,
} from "./forms/types.js";
