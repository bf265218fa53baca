// A valid body of each request, made anew for each test.

export const feishu = () => ({
  type: "feishu",
  config: { appId: "cli_a5ca35a685b0x26e", appSecret: "s3cr3t-feishu" },
  name: "Feishu",
});

export const oidc = () => ({
  type: "oidc",
  config: {
    clientId: "teable",
    clientSecret: "s3cr3t-oidc",
    authorizationUrl: "https://id.acme.io/authorize",
    tokenUrl: "https://id.acme.io/token",
    userInfoUrl: "https://id.acme.io/userinfo",
    issuer: "https://id.acme.io",
  },
  id: "aut1",
  name: "Acme",
});

export const client = () => ({
  name: "Reports",
  description: "Weekly reports",
  homepage: "https://reports.acme.io",
  logo: "logo.png",
  scopes: ["table|read", "record|read"],
  redirectUris: ["https://reports.acme.io/callback"],
});

export const connection = () => ({
  data: {
    title: "Acme CRM",
    app: "a1b2c3d4-e5f6-4789-8abc-def012345678",
    authentication_fields: { api_key: "s3cr3t-zapier" },
  },
});

/** The pointers and codes of a verdict, one string each; none where the body is valid. */
export const found = (result) => (result.success ? [] : result.issues.map(({ pointer, code }) => `${pointer} ${code}`));
