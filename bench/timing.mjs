/** Timing that a shared machine cannot spoil: interleaved rounds in rotated order, compared within each round. */

/** Times the loop of a function is run before it counts, in milliseconds. */
const WARM_UP = 120;

/** Shows the noise: the first of each group, prevet, once more, as if it were another library. */
export const TWIN = "prevet again";

let loops = 0;

/**
 * Times groups of functions that do the same. Gives per group and function the nanoseconds per call of each round.
 * @param groups `{ inputs, entries: [{ name, run }] }`; `run(input)` has to give something truthy
 * @param options `rounds`, and `batch`: the milliseconds that one function runs in one round
 */
export function measure(groups, { rounds, batch }) {
  const prepared = groups.map((group) => ({ ...group, entries: withTwin(group.entries).map(prepare(group.inputs)) }));
  // All warm before any is timed: each library has then seen all kinds of body, as in a real process.
  for (const { entries } of prepared) for (const entry of entries) entry.calls = calibrate(entry.loop, batch);
  return prepared.map(({ path, kind, bytes, entries }) => {
    const times = entries.map(() => []);
    for (let round = 0; round < rounds; round++) {
      for (let place = 0; place < entries.length; place++) {
        const index = (place + round) % entries.length;
        times[index].push(timed(entries[index].loop, entries[index].calls));
      }
    }
    return { path, kind, bytes, entries: entries.map(({ name }, index) => ({ name, times: times[index] })) };
  });
}

function withTwin(entries) {
  return [...entries, { ...entries[0], name: TWIN }];
}

/** Each function gets a loop of its own, from a text of its own: a shared one would be optimised for none. */
function prepare(inputs) {
  return ({ name, run }) => {
    const text = `// ${loops++}
      return (calls) => {
        let done = 0;
        for (let call = 0, next = 0; call < calls; call++) {
          if (run(inputs[next])) done++;
          if (++next === inputs.length) next = 0;
        }
        if (done !== calls) throw new Error(name + " gave no result for " + (calls - done) + " of " + calls);
      };`;
    return { name, loop: new Function("run", "inputs", "name", text)(run, inputs, name) };
  };
}

/** Warms a loop up and finds how many calls fill a batch. */
function calibrate(loop, batch) {
  let calls = 1;
  for (let spent = 0; spent < WARM_UP; calls *= 2) {
    const time = (timed(loop, calls) * calls) / 1e6;
    spent += time;
    if (time > WARM_UP / 2) break;
  }
  return Math.max(1, Math.round((batch * 1e6) / timed(loop, Math.max(1, calls >> 2))));
}

function timed(loop, calls) {
  const start = performance.now();
  loop(calls);
  return ((performance.now() - start) * 1e6) / calls;
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The mean that treats twice as fast and twice as slow alike. */
export function geometricMean(numbers) {
  return Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);
}
