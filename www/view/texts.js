/** The page's own words; labels, help and messages come from the package. */
export const texts = {
  optional: "optional",
  problem: "Problem:",
  show: "Show",
  hide: "Hide",
  remove: "Remove",
  /** @param {string} label */
  add: (label) => `Add ${lowerFirst(label)}`,
  fieldKey: "Key",
  fieldValue: "Value",
  pair: "Field",
  firstRow: "Default",
  /** @param {number} row */
  keyMissing: (row) => `Field ${row}: give the value a key, or remove the row.`,
  /** @param {number} row */
  keyRepeated: (row) => `Field ${row}: change the key, which a row above already has.`,
  /** @param {number} count @param {number} of */
  selected: (count, of) => `${count} of ${of} selected`,
  /** @param {number} count */
  rowsAdded: (count) => (count === 1 ? "1 row added" : `${count} rows added`),
  summary: "Please check these fields",
  /** What a server's refusal asks of a person, by its kind. */
  refused: {
    validation: "The server refused these fields",
    session: "Please sign in again",
    plan: "Your plan does not include this",
    permission: "You are not allowed to do this",
    not_found: "This address does not exist",
    conflict: "This exists already",
    throttled: "Too many requests",
    server: "The request did not get through",
    unknown: "There is no answer that makes sense",
  },
  send: "Send request",
  sending: "Sending…",
  /** @param {number} seconds */
  waiting: (seconds) => `Send again in ${seconds} s`,
  again: "You can send the request again.",
  simulate: "The sandbox answers",
  simulateHelp: "It runs on this machine and keeps nothing. The name “Contoso” is taken there.",
  simulations: [
    ["", "as the real server would"],
    ["401", "401: the session has ended"],
    ["402", "402: not in the plan"],
    ["403", "403: not allowed"],
    ["409", "409: exists already"],
    ["429", "429: too many requests"],
    ["500", "500: a server error"],
    ["502", "502: a proxy’s page"],
  ],
  clear: "Clear form",
  cleared: "The form is cleared.",
  undo: "Undo",
  restored: "The form is as it was.",
  created: "The server accepted the request",
  createdNote: "This is what it created. Its answer was checked as well, and secrets are masked.",
  answer: "Answer",
  payload: "Request body",
  payloadNote: "Secrets are masked. Blank fields are left out.",
  state: { draft: "Draft", valid: "Valid" },
  /** @param {number} count */
  problems: (count) => (count === 1 ? "1 problem" : `${count} problems`),
};

/** @param {string} text */
function lowerFirst(text) {
  // "URL" and "ID" keep their capitals.
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
