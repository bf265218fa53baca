/** ajv's standalone code with the format `uri` replaced by the host's own URL parser, the server's rule. */
import validators from "../generated/ajv-host.cjs";
import { useAjv } from "./use-ajv.mjs";

export const name = "ajv, host's URL";
export const from = "ajv";
export const kinds = useAjv(validators);
