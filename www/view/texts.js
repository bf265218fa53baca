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
  check: "Check request",
  clear: "Clear form",
  cleared: "The form is cleared.",
  undo: "Undo",
  restored: "The form is as it was.",
  valid: "This request is ready to send",
  validNote: "The server’s rules are met. It was checked on this page, and nothing was sent.",
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
