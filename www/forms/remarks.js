/**
 * @typedef {import("./draft.js").Problem} Problem
 * @typedef {import("prevet").Advice & Problem} Told a piece of advice and its spot
 * @typedef {import("../view/controls/remarks.js").Remark} Remark
 */

/**
 * What is said about each spot.
 *
 * @param {Problem[]} problems
 * @param {Told[]} advice
 * @returns {Map<string, Remark>}
 */
export function remarksBySpot(problems, advice) {
  /** @type {Map<string, Remark>} */
  const remarks = new Map();
  for (const { spot, message } of problems) {
    const { problem } = remarks.get(spot) ?? {};
    // A server may say several things about one spot.
    remarks.set(spot, { problem: problem === undefined ? message : `${problem}\n${message}` });
  }
  for (const { spot, severity, message, fix } of advice) {
    const remark = remarks.get(spot) ?? {};
    remarks.set(spot, { ...remark, advice: [...(remark.advice ?? []), { severity, message, fix }] });
  }
  return remarks;
}
