// Bodies that are a little wrong.

const PIECES = [
  null, true, false, 0, -1, 1.5, 1e21, "", " ", "a", "é", "😀", "\ud800", "x".repeat(256), "https://a.io", "https://bücher.de/é",
  "a:b", "https://", "//a", "HTTPS://U:P@A.io:8080", "http://[::1]/", "http://1.2.3.256/", "javascript:1", "table|read", "table|raed",
  "feishu", "oidc", "authentication", "8cdbc496-c95c-4f19-b3a3-fee03ed5f924", [], {}, [null], [["a"]], { a: { b: 1 } },
];

/**
 * Replaces, removes, copies or adds something at a random place. The value is the caller's own.
 *
 * @param next gives whole numbers from 0 to below its limit, as from `random`
 */
export function mutate(value, next) {
  const places = [];
  const collect = (holder, depth) => {
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      const below = holder[key];
      if (depth < 4 && below !== null && typeof below === "object") collect(below, depth + 1);
    }
  };
  if (value !== null && typeof value === "object") collect(value, 0);
  if (places.length === 0 || next(50) === 0) return structuredClone(PIECES[next(PIECES.length)]);
  const [holder, key] = places[next(places.length)];
  const piece = structuredClone(PIECES[next(PIECES.length)]);
  const kind = next(6);
  // A hole is absent, and JSON has none: an element is taken out instead.
  if (kind === 0 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === 0) delete holder[key];
  else if (kind === 1 && Array.isArray(holder)) holder.push(holder[key], piece);
  else if (kind === 2) holder[`${key}x`] = piece;
  else if (kind === 3 && typeof holder[key] === "string") holder[key] = splice(holder[key], next);
  else holder[key] = piece;
  return value;
}

function splice(text, next) {
  const at = next(text.length + 1);
  const pieces = ["/", ":", "@", "#", "%", " ", "é", ".", "-", "xn--", "\\", "0", "\ud83d", "\t"];
  return text.slice(0, at) + pieces[next(pieces.length)] + text.slice(at + next(3));
}
