/** Making elements, by nothing that a Content-Security-Policy could mind. */

let made = 0;

/** An element with a class and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  page: Document,
  name: Name,
  kind: string,
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = page.createElement(name);
  if (kind !== "") element.className = kind;
  element.append(...contents);
  return element;
}

/** The id of an element, which is given one where it has none. */
export function idOf(element: Element): string {
  while (element.id === "") {
    const id = `prevet-${++made}`;
    // Another copy of this code may be on the page.
    if (!element.ownerDocument.getElementById(id)) element.id = id;
  }
  return element.id;
}

/** Sets attributes. Gives what sets them back. */
export function setAttributes(element: Element, values: Readonly<Record<string, string>>): () => void {
  const found = Object.keys(values).map((name) => [name, element.getAttribute(name)] as const);
  for (const name in values) element.setAttribute(name, values[name] as string);
  return () => {
    for (const [name, value] of found) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  };
}
