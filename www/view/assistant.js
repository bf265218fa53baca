import { fillOidcPreset, fromOidcDiscovery, oidcDiscoveryUrl, oidcHints, oidcPresets } from "prevet";
import { button, h, write } from "./dom.js";
import { language } from "./language.js";
import { texts } from "./texts.js";

/** The assistant stands in a form that is not its own: by the id of no form Enter in its inputs does not send that one. */
const NO_FORM = "";

/**
 * @typedef {object} Filling how the fields of the form are filled in
 * @property {(values: Record<string, string>) => void} put by the name of a field in `config`
 * @property {(type: string) => void} switchTo another type of provider, and brings the focus there: the assistant goes
 * @property {() => string} issuer what the form has for it
 */

/**
 * Helps to fill in an OpenID Connect provider: from a preset, or from a discovery document.
 *
 * @param {string} id
 * @param {Filling} filling
 */
export function drawAssistant(id, filling) {
  const discovery = drawDiscovery(`${id}-document`, filling);
  const element = h(
    "details",
    { class: "assistant" },
    h("summary", {}, texts.assistant.title),
    h("div", { class: "assistant-parts" }, drawPresets(`${id}-preset`, filling), discovery.element),
  );
  return { element, refresh: discovery.refresh };
}

/** @param {string} id @param {Filling} filling */
function drawPresets(id, { put, switchTo }) {
  const options = [...oidcPresets, ...oidcHints].map(({ name, label }) => h("option", { value: name }, label));
  const choice = h("select", { class: "input", id, form: NO_FORM }, h("option", { value: "" }, texts.assistant.choose), ...options);
  const inputs = h("div", { class: "assistant-inputs" });
  const note = h("p", { class: "help" });
  const said = h("p", { class: "assistant-said", role: "status" });

  const fill = () => {
    const preset = oidcPresets.find(({ name }) => name === choice.value);
    const entered = Object.fromEntries([...inputs.querySelectorAll("input")].map(({ name, value }) => [name, value]));
    const urls = preset && fillOidcPreset(preset, entered);
    if (urls) put({ ...urls });
    write(said, urls ? texts.assistant.filled : texts.assistant.incomplete);
  };
  inputs.addEventListener("keydown", (event) => {
    // Enter also ends the choice of a word in an input method.
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    fill();
  });
  const fillButton = button(texts.assistant.fill, "quiet", fill);
  const switchButton = button(texts.assistant.switch, "quiet", () => switchTo(oidcHints.find(({ name }) => name === choice.value)?.useType ?? ""));

  const choose = () => {
    const preset = oidcPresets.find(({ name }) => name === choice.value);
    const hint = oidcHints.find(({ name }) => name === choice.value);
    inputs.replaceChildren(...(preset?.inputs ?? []).flatMap((input) => drawInput(`${id}-${input.name}`, input)));
    write(note, preset?.note ?? hint?.note ?? "");
    write(said, "");
    fillButton.hidden = !preset;
    switchButton.hidden = !hint;
  };
  choice.addEventListener("change", choose);
  choose();
  return h("div", { class: "assistant-part" }, h("label", { class: "row-label", for: id }, texts.assistant.preset), choice, inputs, note, fillButton, switchButton, said);
}

/** @param {string} id @param {import("prevet").OidcPresetInput} input */
function drawInput(id, { name, label, help, placeholder, default: start = "" }) {
  return [
    h("label", { class: "row-label", for: id }, label),
    h("input", { class: "input exact", id, name, type: "text", form: NO_FORM, value: start, placeholder, autocomplete: "off", autocapitalize: "none", spellcheck: "false", "aria-describedby": `${id}-help` }),
    h("p", { class: "help", id: `${id}-help` }, help),
  ];
}

/** @param {string} id @param {Filling} filling */
function drawDiscovery(id, { put, issuer }) {
  const place = h("span");
  const document = h("textarea", { class: "input exact", id, rows: 4, spellcheck: "false", autocomplete: "off", "aria-describedby": `${id}-help`, placeholder: '{ "issuer": … }' });
  const said = h("p", { class: "assistant-said", role: "status" });
  const problems = h("ul", { class: "advice", hidden: true });
  /** What was imported last, to be said again in another language. @type {[issuer: string, text: string] | undefined} */
  let imported;

  const tell = () => {
    const found = imported && fromOidcDiscovery(...imported, { locale: language() });
    problems.replaceChildren(...(found?.problems ?? []).map(({ message }) => h("li", { class: "advice-line warning" }, h("span", { class: "advice-text" }, message))));
    problems.hidden = !found || found.problems.length === 0;
    return found;
  };
  const read = () => {
    imported = [issuer(), document.value];
    const prefill = tell()?.prefill;
    if (prefill) put({ ...prefill });
    write(said, prefill ? texts.assistant.imported : texts.assistant.refused);
  };

  return {
    element: h(
      "div",
      { class: "assistant-part" },
      h("label", { class: "row-label", for: id }, texts.assistant.document),
      h("p", { class: "help", id: `${id}-help` }, texts.assistant.documentHelp, place),
      document,
      button(texts.assistant.import, "quiet", read),
      said,
      problems,
    ),
    /** The issuer or the language changed. */
    refresh() {
      const url = oidcDiscoveryUrl(issuer());
      if (url) place.replaceChildren(h("a", { href: url, target: "_blank", rel: "noreferrer" }, url));
      else write(place, texts.assistant.noIssuer);
      tell();
    },
  };
}
