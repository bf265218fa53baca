/** The same comparison inside a web page: bundled by browser.mjs, called as `bench(options)`. */
import { groups } from "./paths.mjs";
import { PEERS } from "./peers.mjs";
import { measure } from "./timing.mjs";
import { compare } from "./verdicts.mjs";

globalThis.bench = ({ paths, rounds, batch }) => {
  const verdicts = compare(PEERS);
  return { verdicts, results: measure(groups(PEERS, paths, verdicts), { rounds, batch }) };
};
