/**
 * Every library that is compared, prevet first. Each module gives
 *
 * - `name`, and `from`: the npm package whose version counts
 * - `kinds[kind].is(value)`: the verdict
 * - `kinds[kind].parse(value)`: the body, or `undefined` where it is not valid
 * - `kinds[kind].messages(value)`: the message of every error, or `undefined` where it is valid
 *
 * and `kinds[kind].bytes` where the library reads UTF-8 itself.
 */
import * as ajvHost from "./peers/ajv-host.mjs";
import * as ajv from "./peers/ajv.mjs";
import * as arktype from "./peers/arktype.mjs";
import * as prevet from "./peers/prevet.mjs";
import * as typebox from "./peers/typebox.mjs";
import * as typia from "./peers/typia.mjs";
import * as valibot from "./peers/valibot.mjs";
import * as zodMini from "./peers/zod-mini.mjs";
import * as zod3 from "./peers/zod3.mjs";
import * as zod4 from "./peers/zod4.mjs";

const modules = {
  prevet,
  zod3,
  zod4,
  "zod-mini": zodMini,
  valibot,
  ajv,
  "ajv-host": ajvHost,
  arktype,
  typebox,
  typia,
};

/** The libraries, each with `file`: the name of its module. */
export const PEERS = Object.entries(modules).map(([file, { name, from, kinds }]) => ({ file, name, from, kinds }));
