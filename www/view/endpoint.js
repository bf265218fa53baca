import { h } from "./dom.js";

/**
 * The method and address of a request.
 *
 * @param {string} address
 */
export function endpointLine(address) {
  return h("p", { class: "endpoint" }, h("span", { class: "method" }, "POST"), " ", h("code", {}, ...wrapping(address)));
}

/**
 * A long address, which may wrap after its slashes.
 *
 * @param {string} address
 */
export const wrapping = (address) => (address.match(/[^/]*\/?/g) ?? []).flatMap((part) => [part, h("wbr")]);
