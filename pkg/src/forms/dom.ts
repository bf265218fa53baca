/** Making elements, by nothing that a Content-Security-Policy could mind. */

/** An element with a class and what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  kind: string,
  ...contents: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...contents);
  return element;
}

/**
 * The id of an element, which is given one where it has none; not by counting, for another copy of this may do so too.
 * @param undo gets what takes the id away again
 */
export function idOf(element: Element, undo: (() => void)[] = []): string {
  if (!element.id) {
    const id = (element.id = `prevet-${Math.random().toString(36).slice(2)}`);
    undo.push(() => {
      // The page may have given its own since.
      if (element.id === id) element.removeAttribute("id");
    });
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
