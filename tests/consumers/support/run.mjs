// Running programs in the folder of these tests.
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { here } from "./paths.mjs";

const start = promisify(execFile);

/** Runs Node and gives all that it prints, trimmed. A failure is an error that holds the same. */
export async function node(...parameters) {
  // Node's test runner would take a child's tests for its own.
  const { NODE_TEST_CONTEXT, ...env } = process.env;
  try {
    const { stdout, stderr } = await start(process.execPath, parameters, { cwd: here, env, maxBuffer: 2 ** 26 });
    return (stdout + stderr).trim();
  } catch (error) {
    throw new Error(`${error.message}\n${error.stdout}\n${error.stderr}`);
  }
}
