/** The three documents' request bodies as JSON Schema, for ajv. */
import { SCOPES } from "./kinds.mjs";

const string = { type: "string" };
const filled = { type: "string", minLength: 1 };
const uri = { type: "string", format: "uri" };

const provider = (type, config) => ({
  type: "object",
  properties: {
    type: { type: "string", enum: [type] },
    config: { type: "object", properties: config, required: Object.keys(config) },
    id: string,
    name: string,
  },
  required: ["type", "config", "name"],
});

const endpoints = { authorizationUrl: uri, tokenUrl: uri, userInfoUrl: uri, issuer: uri };

export const schemas = {
  authentication: {
    type: "object",
    discriminator: { propertyName: "type" },
    required: ["type"],
    oneOf: [
      provider("feishu", { appId: filled, appSecret: filled }),
      provider("oidc", { clientId: filled, clientSecret: filled, ...endpoints }),
    ],
  },
  oauth: {
    type: "object",
    properties: {
      name: string,
      description: string,
      homepage: uri,
      logo: string,
      scopes: { type: "array", items: { type: "string", enum: SCOPES } },
      redirectUris: { type: "array", items: uri, minItems: 1 },
    },
    required: ["name", "homepage", "redirectUris"],
  },
  zapier: {
    type: "object",
    properties: {
      data: {
        type: "object",
        properties: {
          title: { type: "string", maxLength: 255 },
          app: { type: "string", format: "uuid" },
          authentication_fields: { type: "object" },
        },
        required: ["title", "app", "authentication_fields"],
      },
    },
    required: ["data"],
  },
};
