import { h } from "./dom.js";

/**
 * The method and address of a request. A long address may wrap after its slashes.
 *
 * @param {string} address
 */
export function endpointLine(address) {
  const parts = (address.match(/[^/]*\/?/g) ?? []).flatMap((part) => [part, h("wbr")]);
  return h("p", { class: "endpoint" }, h("span", { class: "method" }, "POST"), " ", h("code", {}, ...parts));
}
