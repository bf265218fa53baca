// One good and one bad body, and what every consumer has to make of the bad one.

export const good = {
  name: "Reports",
  description: "Weekly reports",
  homepage: "https://reports.acme.io",
  scopes: ["table|read"],
  redirectUris: ["https://reports.acme.io/callback"],
};

export const bad = { ...good, homepage: "reports.acme.io", scopes: ["table|read", "table|raed"] };

/** The messages of the bad body by field; the names are in the dotted form, list indexes too. */
export const messages = {
  homepage: "Homepage: start the URL with https://.",
  "scopes.1": "Scope 2: choose a listed value. Did you mean table|read?",
};

/** What {@link file://./verdict.mjs} has to give. */
export const expected = JSON.stringify([true, Object.entries(messages).map(([name, text]) => `${name} ${text}`)]);
