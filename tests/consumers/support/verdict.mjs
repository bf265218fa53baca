// The verdict of any entry of the package on the two bodies, as text.
import { bad, good } from "./bodies.mjs";

export function verdict({ teableOAuthClient }) {
  const failure = teableOAuthClient.safeParse(bad);
  const listed = failure.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  return JSON.stringify([teableOAuthClient.is(good), listed]);
}
