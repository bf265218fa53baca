/** One cold start: imports the bundle that is named, asks for a verdict, then for a report, and prints the times. */
import { pathToFileURL } from "node:url";
import { pool } from "./pools.mjs";

const [valid] = pool("valid", "oauth");
const [wrong] = pool("errors", "oauth");
const url = pathToFileURL(process.argv[2]);

const start = performance.now();
const { oauth } = (await import(url)).kinds;
const accepted = oauth.is(valid);
const first = performance.now();
const messages = oauth.messages(wrong);
const report = performance.now();

if (!accepted || !messages) throw new Error(`${url} gave a wrong verdict`);
console.log(JSON.stringify({ first: first - start, report: report - first }));
