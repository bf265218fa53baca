/** What the measured times mean: ratios within each round, their medians, and means over the kinds. */
import { KINDS } from "./kinds.mjs";
import { geometricMean, median, TWIN } from "./timing.mjs";

/**
 * What the times of the groups mean, in each of which prevet is first: `{ [path]: { [kind]: result } }` with results
 * `{ time, bytes, ratios: { [library]: ratio } }`, prevet's nanoseconds and how many times as long the others take.
 */
export function evaluate(measured) {
  const paths = {};
  for (const { path, kind, bytes, entries } of measured) {
    const [own, ...others] = entries;
    const ratio = ({ times }) => median(times.map((time, round) => time / own.times[round]));
    const ratios = Object.fromEntries(others.map((entry) => [entry.name, ratio(entry)]));
    (paths[path] ??= {})[kind] = { time: median(own.times), bytes, ratios };
  }
  return paths;
}

/** The ratio to a library over all kinds of a path; nothing where it was not compared on all. */
export function mean(path, library) {
  const ratios = KINDS.filter((kind) => path[kind]).map((kind) => path[kind].ratios[library]);
  return ratios.includes(undefined) ? undefined : geometricMean(ratios);
}

/** The smallest ratio on some kinds to some libraries, with where that is. */
export function worst(path, kinds, libraries) {
  const all = kinds.flatMap((kind) => {
    const { ratios } = path[kind];
    const names = libraries ?? Object.keys(ratios).filter((name) => name !== TWIN);
    return names.map((name) => ({ kind, name, ratio: ratios[name] }));
  });
  return all.reduce((least, one) => (one.ratio < least.ratio ? one : least));
}

/** How far prevet is from itself, at most: below that, a difference means nothing. */
export function noise(path) {
  return Math.max(...Object.values(path).map(({ ratios }) => Math.abs(ratios[TWIN] - 1)));
}
