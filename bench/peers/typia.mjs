/**
 * typia, whose checks its compiler makes from TypeScript types; prepare.mjs runs it. It has no messages: the type that
 * it expected stands for one.
 */
import * as generated from "../generated/typia.mjs";
import { byKind } from "../kinds.mjs";

export const name = "typia";
export const from = "typia";

const use = ({ is, validate }) => ({
  is,
  parse: (value) => {
    const result = validate(value);
    return result.success ? result.data : undefined;
  },
  messages: (value) => {
    const result = validate(value);
    return result.success ? undefined : result.errors.map(({ expected }) => expected);
  },
});

export const kinds = byKind(use(generated.authentication), use(generated.oauth), use(generated.zapier));
