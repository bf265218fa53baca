import { teableOAuthClient } from "prevet";
import { h } from "./dom.js";
import { jsonNodes } from "./json.js";
import { language } from "./language.js";
import { texts } from "./texts.js";

/** A body with three mistakes of three kinds. */
const BODY = {
  name: "Acme Reports",
  homepage: "acme.io",
  scopes: ["record|raed"],
  redirectUris: [],
};

/**
 * Shows what the package answers to a broken body. The answer is asked for here, so it can never be out of date.
 *
 * @param {HTMLElement} card where it goes
 */
export function drawSample(card) {
  const verdict = teableOAuthClient.safeParse(BODY, { locale: language() });
  const issues = verdict.success ? [] : verdict.issues;
  card.replaceChildren(
    h("pre", { tabindex: "0", role: "group", "aria-label": texts.sampleRequest }, h("code", {}, ...jsonNodes(BODY))),
    h(
      "ul",
      { class: "sample-issues", "aria-label": texts.sampleAnswer },
      ...issues.map(({ pointer, code, message }) =>
        h("li", {}, h("p", { class: "sample-where" }, h("code", {}, pointer), " ", h("code", { class: "sample-code" }, code)), h("p", {}, message)),
      ),
    ),
  );
}
