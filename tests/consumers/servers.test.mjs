// Server libraries that take any Standard Schema: what they answer names the fields, and holds no value.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sValidator } from "@hono/standard-validator";
import { TRPCError, initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { teableOAuthClient, zapierAuthentication } from "prevet";

import { bad, good, messages } from "./support/bodies.mjs";

const byField = (issues) => Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]));

const secret = "s3cr3t-never-shown";
const leaky = { data: { title: 1, app: secret, authentication_fields: { api_key: secret } } };

test("Hono", async () => {
  const app = new Hono();
  app.post("/client", sValidator("json", teableOAuthClient), (context) => context.json(context.req.valid("json")));
  app.post("/connection", sValidator("json", zapierAuthentication), (context) => context.json({}));
  const post = (address, body) => {
    const headers = { "content-type": "application/json" };
    return app.request(address, { method: "POST", headers, body: JSON.stringify(body) });
  };
  const accepted = await post("/client", good);
  assert.deepEqual([accepted.status, await accepted.json()], [200, good]);
  const refused = await post("/client", bad);
  assert.equal(refused.status, 400);
  assert.deepEqual(byField((await refused.json()).error), messages);
  // Hono's own answer repeats what was sent; of ours nothing may.
  const { error } = await (await post("/connection", leaky)).json();
  assert.deepEqual(Object.keys(byField(error)), ["data.title", "data.app"]);
  assert.doesNotMatch(JSON.stringify(error), new RegExp(secret));
});

test("tRPC", async () => {
  const { procedure, router, createCallerFactory } = initTRPC.create();
  const calls = router({ create: procedure.input(teableOAuthClient).mutation(({ input }) => input) });
  const caller = createCallerFactory(calls)({});
  assert.deepEqual(await caller.create(good), good);
  await assert.rejects(caller.create(bad), (error) => {
    assert.ok(error instanceof TRPCError);
    assert.equal(error.code, "BAD_REQUEST");
    assert.deepEqual(byField(error.cause.issues), messages);
    return true;
  });
});
