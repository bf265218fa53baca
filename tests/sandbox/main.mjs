// `node tests/sandbox/main.mjs FOLDER [PORT]`: the sandbox with the files of a folder, until it is stopped.
// The first line on standard output is its address.
import { startSandbox } from "./server.mjs";

const [root, port] = process.argv.slice(2);
const { address } = await startSandbox({ root, port: Number(port ?? 0) });
console.log(address);
// Whoever started it holds the other end of its input: it must not outlive them.
process.stdin.resume().on("end", () => process.exit(0));
