/** prevet itself. From bytes it is asked directly, where the others need a decoder and `JSON.parse`. */
import { teableAuthentication, teableOAuthClient, zapierAuthentication } from "prevet";
import { byKind } from "../kinds.mjs";

export const name = "prevet";
export const from = "prevet";

const use = (schema) => ({
  is: schema.is,
  parse: (value) => {
    const result = schema.safeParse(value);
    return result.success ? result.data : undefined;
  },
  messages: (value) => schema.safeParse(value).issues?.map(({ message }) => message),
  bytes: {
    is: schema.isText,
    parse: (bytes) => {
      const result = schema.safeParseText(bytes);
      return result.success ? result.data : undefined;
    },
    lines: schema.checkLines,
  },
});

export const kinds = byKind(use(teableAuthentication), use(teableOAuthClient), use(zapierAuthentication));
