// Against time that grows with a square: generous, for it is no measurement; those are in the benchmark.
import assert from "node:assert/strict";

/** Runs something that has to end within some milliseconds. Gives what it gives. */
export function soon(run, limit = 3000) {
  const start = performance.now();
  const result = run();
  const taken = performance.now() - start;
  assert.ok(taken < limit, `${Math.round(taken)} ms for ${run}`);
  return result;
}
