import { copying } from "./copying.js";
import { h, write } from "./dom.js";
import { endpointLine } from "./endpoint.js";
import { jsonNodes } from "./json.js";
import { texts } from "./texts.js";

/**
 * The request as it stands.
 *
 * @param {string} endpoint
 * @param {HTMLElement} simulator what decides on the answer
 * @param {(body: unknown) => string} commandOf the request as a command line
 */
export function drawPayload(endpoint, simulator, commandOf) {
  const state = h("span", { class: "state" });
  const code = h("code");
  const command = h("code");
  const element = h(
    "section",
    { class: "payload", "aria-label": texts.payload },
    h("div", { class: "payload-head" }, h("h3", {}, texts.payload), state),
    endpointLine(endpoint),
    h("pre", { tabindex: "0", role: "group", "aria-label": texts.payload }, code),
    h("p", { class: "payload-note" }, texts.payloadNote),
    drawCommand(command),
    simulator,
  );
  return {
    element,
    /**
     * @param {unknown} body without its secrets
     * @param {{ shown: number, hidden: number }} [problems] how many are told and how many are not yet; absent before the
     *   first submit
     */
    update(body, problems) {
      code.replaceChildren(...jsonNodes(body));
      const line = commandOf(body);
      // Redrawing what has not changed would take a selection away.
      if (command.textContent !== line) write(command, line);
      const [look, word] = verdictOf(problems);
      state.className = `state ${look}`;
      write(state, word);
    },
  };
}

/** @param {HTMLElement} command where it is shown */
function drawCommand(command) {
  const copy = copying(texts.curl.copy, command);
  return h(
    "details",
    { class: "command" },
    h("summary", {}, texts.curl.title),
    h("p", { class: "help" }, texts.curl.note),
    h("pre", { tabindex: "0", role: "group", "aria-label": texts.curl.shown }, command),
    h("p", { class: "command-line" }, copy.button, copy.said),
  );
}

/**
 * @param {{ shown: number, hidden: number }} [problems]
 * @returns {[look: string, word: import("./language.js").Text]}
 */
function verdictOf(problems) {
  if (problems && problems.shown > 0) return ["bad", texts.problems(problems.shown)];
  if (problems && problems.hidden === 0) return ["good", texts.state.valid];
  return ["", texts.state.draft];
}
