// The sandbox: a small server for this machine only, which judges requests as Teable and Zapier do and serves one folder.
import { createServer } from "node:http";
import { file } from "./files.mjs";
import { answer } from "./routes.mjs";

/** Teable takes 50 MB; nobody types as much. */
const LARGEST_BODY = 2 ** 20;

/**
 * Starts the sandbox on 127.0.0.1.
 *
 * @param {{ root?: string, port?: number }} [options] a folder of files; the port, or any free one where it is 0 or taken
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function startSandbox({ root, port = 0 } = {}) {
  const server = createServer((request, response) => {
    respond(root, request, response).catch((error) => {
      console.error(error);
      response.destroy();
    });
  });
  await listen(server, port);
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server, port) {
  const attempt = (number) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(number, "127.0.0.1", () => {
        server.off("error", reject);
        resolve();
      });
    });
  try {
    await attempt(port);
  } catch (error) {
    if (port === 0 || error.code !== "EADDRINUSE") throw error;
    console.error(`Port ${port} is taken; using a free one.`);
    await attempt(0);
  }
}

async function respond(root, request, response) {
  const { method, url, headers } = request;
  const found = await answer(url.split("?")[0], method, headers, () => read(request));
  if (found) return send(response, found);
  const wanted = root && ["GET", "HEAD"].includes(method) ? await file(root, url) : undefined;
  response.writeHead(wanted ? 200 : 404, { "content-type": wanted?.kind ?? "text/plain", ...PLAIN });
  response.end(method === "HEAD" ? undefined : (wanted?.content ?? "Not found"));
}

const PLAIN = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

function send(response, { status, body, headers }) {
  const page = typeof body === "string";
  response.writeHead(status, { "content-type": page ? "text/html" : "application/json", ...PLAIN, ...headers });
  response.end(page ? body : JSON.stringify(body));
}

/** The body as text; nothing where it is too large. */
async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
