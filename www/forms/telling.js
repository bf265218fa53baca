/** @typedef {import("./draft.js").Problem} Problem */
/** @typedef {import("./naming.js").Refusal} Refusal */
/** @typedef {import("./remarks.js").Told} Told */

/**
 * What a form says of all that there is to say.
 *
 * A spot says nothing until it is left for the first time or the form is submitted. From its first message on it is
 * watched: its message follows every change, and goes as soon as the problem is gone. Advice on a spot follows every change
 * from when it was left. What the server said about a spot goes as soon as the spot is changed, for nobody here knows
 * whether it is right then.
 */
export function telling() {
  /** @type {Set<string>} the spots that were left once: advice on them is told */
  const left = new Set();
  /** @type {Set<string>} */
  const watched = new Set();
  /** @type {Refusal[]} what the server said, as far as it still stands */
  let refused = [];
  /** Reads the server's words again. */
  let readRefusal = () => refused;
  let submitted = false;

  return {
    isSubmitted: () => submitted,
    refused: () => refused,
    /** @param {Problem[]} problems those of spots that are watched */
    problems: (problems) => problems.filter(({ spot }) => watched.has(spot)),
    /** @param {Told[]} advice that on spots that were left */
    advice: (advice) => advice.filter(({ spot }) => submitted || left.has(spot)),
    /**
     * A person leaves spots.
     *
     * @param {string[]} spots
     * @param {Problem[]} problems
     * @param {Told[]} advice
     * @returns {string[]} the messages that were not told before
     */
    leave(spots, problems, advice) {
      const fresh = problems.filter(({ spot }) => spots.includes(spot) && !watched.has(spot));
      const news = submitted ? [] : advice.filter(({ spot }) => spots.includes(spot) && !left.has(spot));
      for (const { spot } of fresh) watched.add(spot);
      for (const spot of spots) left.add(spot);
      return [...fresh, ...news].map(({ message }) => message);
    },
    /** @param {string[]} spots those that a person changes */
    change(spots) {
      // What was said of a row's value was said of it under its key.
      refused = refused.filter(({ spot }) => spot !== "" && !spots.some((one) => spot === one || spot.startsWith(`${one}/`)));
    },
    /** @param {Problem[]} problems all that there are */
    submit(problems) {
      submitted = true;
      refused = [];
      for (const { spot } of problems) watched.add(spot);
    },
    /** @param {() => Refusal[]} read what the server says, in the page's language */
    refuse(read) {
      readRefusal = read;
      refused = read();
    },
    /** The page's language changed. */
    reword() {
      const standing = new Set(refused.map(({ spot }) => spot));
      refused = readRefusal().filter(({ spot }) => standing.has(spot));
    },
    clear() {
      watched.clear();
      left.clear();
      refused = [];
      submitted = false;
    },
  };
}
