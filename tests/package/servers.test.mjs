// prevet against what the servers run: the published zod schema of Teable, the SSO document in the same zod, and a JSON Schema
// validator on Zapier's. Verdicts are equal except for the ledger, and refusals come back to the places that prevet names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { SCOPES_OF_THE_DOCUMENT_ONLY, PUBLISHED_SCOPES, withoutNewScopes, withoutUrn } from "../sandbox/ledger.mjs";
import { fromZodError, published } from "../sandbox/oauth-schema.mjs";
import { authentication } from "../sandbox/teable.mjs";
import { createConnection, isConnection } from "../sandbox/zapier.mjs";
import { cases } from "./support/corpus.mjs";
import { esm } from "./support/installed.mjs";
import { mutate } from "./support/mutations.mjs";
import { random } from "./support/random.mjs";

const { OAUTH_SCOPES, teableAuthentication, teableOAuthClient, zapierAuthentication } = esm;

/** For each server, and with a seed of its own each. */
const MUTATIONS = 50_000;

const zod = (schema) => ({
  accepts: (body) => schema.safeParse(body).success,
  refusal: (body) => ({ message: fromZodError(schema.safeParse(body).error).message, status: 400, code: "validation_error" }),
});

const SERVERS = [
  { schema: teableOAuthClient, seed: 1, ledger: withoutNewScopes, ...zod(published) },
  { schema: teableAuthentication, seed: 2, ledger: () => undefined, ...zod(authentication) },
  { schema: zapierAuthentication, seed: 3, ledger: withoutUrn, accepts: isConnection, refusal: (body) => createConnection(body).body },
];

/** What JSON carries: the servers get no other bodies. */
const overTheWire = (body) => JSON.parse(JSON.stringify(body));
const corpusOf = ({ name }) => cases(name).filter(({ input }) => input !== undefined).map(({ input }) => input);

/** Compares the verdicts on a body. Gives what became of it. */
function compare({ schema, accepts, ledger }, body) {
  const ours = schema.is(body);
  if (ours === accepts(body)) return ours ? "accepted" : "refused";
  // Nothing but what the ledger names may be the reason.
  const bare = ledger(body);
  if (bare && schema.is(bare) === accepts(bare)) return "known";
  return assert.fail(`${schema.name}: prevet ${ours ? "accepts" : "refuses"} ${JSON.stringify(body)}`);
}

function tally(server, bodies) {
  const count = { accepted: 0, refused: 0, known: 0 };
  for (const body of bodies) count[compare(server, body)]++;
  return count;
}

for (const server of SERVERS) {
  const { name } = server.schema;

  test(`${name}: every case of the corpus is judged as the server does`, (context) => {
    const count = tally(server, corpusOf(server.schema));
    context.diagnostic(`${name}, corpus: ${JSON.stringify(count)}`);
    assert.ok(count.accepted > 20 && count.refused > 20);
  });

  test(`${name}: ${MUTATIONS} mutations are judged as the server does`, (context) => {
    const next = random(server.seed);
    const inputs = corpusOf(server.schema).filter((input) => JSON.stringify(input).length < 1500);
    const bodies = function* () {
      for (let count = 0; count < MUTATIONS; count++) {
        let body = structuredClone(inputs[next(inputs.length)]);
        for (let times = next(3); times >= 0; times--) body = mutate(body, next);
        yield overTheWire(body);
      }
    };
    const count = tally(server, bodies());
    context.diagnostic(`${name}, mutations with seed ${server.seed}: ${JSON.stringify(count)}`);
    assert.ok(count.accepted > MUTATIONS / 20 && count.refused > MUTATIONS / 20);
  });

  test(`${name}: what the server refuses comes back to the places that prevet names`, (context) => {
    let compared = 0;
    for (const body of corpusOf(server.schema)) {
      const ours = server.schema.safeParse(body);
      if (ours.success || server.accepts(body) || server.ledger(body)) continue;
      const places = new Set(ours.issues.map(({ pointer }) => pointer));
      const back = server.schema.fromServerError(400, server.refusal(body)).issues;
      // A wrong `type` hides the rest from zod; what is said is at a place that prevet names, too.
      for (const { pointer } of back) assert.ok(places.has(pointer), `${pointer} of ${JSON.stringify(body)}`);
      if (!places.has("/type")) assert.equal(new Set(back.map(({ pointer }) => pointer)).size, Math.min(places.size, 99));
      compared++;
    }
    context.diagnostic(`${name}: ${compared} refusals`);
    assert.ok(compared > 20);
  });
}

test("the ledger is exact: the package lacks these scopes and no others, and knows none that the document lacks", () => {
  assert.deepEqual(OAUTH_SCOPES.filter((scope) => !PUBLISHED_SCOPES.includes(scope)), SCOPES_OF_THE_DOCUMENT_ONLY);
  assert.deepEqual(PUBLISHED_SCOPES.filter((scope) => !OAUTH_SCOPES.includes(scope)), []);
});

test("the server keeps what prevet builds, as it is", () => {
  for (const body of corpusOf(teableOAuthClient)) {
    const built = teableOAuthClient.build(body);
    if (!built.success || withoutNewScopes(built.payload)) continue;
    assert.deepEqual(published.parse(built.payload), built.payload);
  }
});
