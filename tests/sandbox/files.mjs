// Static files below one folder, and nothing else.
import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";

const KINDS = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/**
 * The file that the target of a request names.
 *
 * @param {string} root
 * @param {string} target such as `/styles/base.css?v=1`
 * @returns {Promise<{ kind: string, content: Buffer } | undefined>}
 */
export async function file(root, target) {
  const below = partsOf(target);
  if (!below) return undefined;
  try {
    const home = await realpath(root);
    let found = await realpath(path.join(home, ...below));
    if ((await stat(found)).isDirectory()) found = await realpath(path.join(found, "index.html"));
    // Links may lead out of the folder.
    if (!found.startsWith(home + path.sep)) return undefined;
    return { kind: KINDS[path.extname(found)] ?? "application/octet-stream", content: await readFile(found) };
  } catch {
    return undefined;
  }
}

/** The names that a target leads through; nothing where one of them could lead out of the folder. */
function partsOf(target) {
  try {
    const parts = decodeURIComponent(target.split(/[?#]/)[0]).split("/").filter(Boolean);
    // On Windows a colon names a drive or a stream, and a backslash parts folders.
    return parts.every((part) => part !== "." && part !== ".." && !/[\\:\0]/.test(part)) ? parts : undefined;
  } catch {
    return undefined;
  }
}
