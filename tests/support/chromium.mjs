/** How tests and benchmark start a browser. */

/** Without a screen, a sandbox, or what a browser does by itself, such as looking for updates. */
export const QUIET = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
