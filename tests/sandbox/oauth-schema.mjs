// The real schema of `POST /api/oauth/client`: the one that Teable's server runs, from the npm package that it publishes.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** As published. It knows fewer scopes than the OpenAPI document: see `ledger.mjs`. */
export const { oauthCreateRoSchema: published } = require("@teable/openapi/dist/oauth/create.js");

/** The zod that the published schema was made with, and no other. */
export const { z } = createRequire(require.resolve("@teable/openapi/package.json"))("zod");

/** The words of a refusal, by the version of zod-validation-error that goes with this zod. */
export const { fromZodError } = require("zod-validation-error");
