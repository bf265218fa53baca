// What a consumer may write, and what the types have to refuse. Compiled, never run.
import {
  InternalError,
  OAUTH_SCOPES,
  ValidationError,
  fillOidcPreset,
  fromOidcDiscovery,
  init,
  locales,
  oidcDiscoveryUrl,
  oidcPresets,
  scopeCatalogue,
  scopeMatrix,
  scopeState,
  toFieldErrors,
  toggleScopes,
  schemas,
  teableAuthentication,
  teableOAuthClient,
  zapierAuthentication,
  type Advice,
  type AdviceRule,
  type Bodies,
  type CheckOptions,
  type FieldInfo,
  type Infer,
  type DiscoveryProblemCode,
  type OidcPresetName,
  type RequestSchema,
  type InternalErrorReason,
  type ServerError,
  type Issue,
  type IssueCode,
  type Locale,
  type OAuthScope,
  type SafeParseResult,
  type Schema,
  type SchemaName,
  type StandardJSONSchemaV1,
  type StandardSchemaV1,
  type TeableAuthenticationRequest,
  type TeableOAuthClientRequest,
  type Text,
  type TextIssue,
  type ZapierAuthenticationRequest,
} from "prevet";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

declare const unknownValue: unknown;

// A result is told apart by `success`, and a body by `type`.
const provider = teableAuthentication.safeParse(unknownValue);
if (provider.success) {
  const { data } = provider;
  if (data.type === "oidc") {
    holds<Equal<typeof data.config.issuer, string>>();
    // @ts-expect-error a feishu key
    data.config.appId;
  } else {
    holds<Equal<typeof data.type, "feishu">>();
    holds<Equal<typeof data.config, { appId: string; appSecret: string }>>();
    // @ts-expect-error an oidc key
    data.config.issuer;
  }
  // @ts-expect-error there are no issues
  provider.issues;
} else {
  // There is always a first one.
  holds<Equal<(typeof provider.issues)[0]["message"], string>>();
  // @ts-expect-error there is no data
  provider.data;
}

// An issue is told apart by `code`, with the parameters of that code only.
function show(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${issue.params.expected} ${issue.params.received}`;
    case "invalid_option":
    case "unknown_type":
      return issue.params.allowed.join() + (issue.params.suggestion ?? "");
    case "too_short":
      return `${issue.params.unit} ${issue.params.minimum - issue.params.actual}`;
    case "too_long":
      return `${issue.params.unit} ${issue.params.actual - issue.params.maximum}`;
    case "too_few_items":
      // @ts-expect-error lists have no unit
      issue.params.unit;
      return `${issue.params.minimum}`;
    case "too_small":
      return `${issue.params.minimum}`;
    case "invalid_url":
    case "invalid_json":
      return issue.params.reason;
    case "server_rejected":
      return issue.params?.named ?? issue.message;
    case "required":
    case "invalid_uuid":
      // @ts-expect-error no parameters
      issue.params;
      return issue.pointer;
    default:
      return issue satisfies never;
  }
}
// @ts-expect-error no such code
const code: IssueCode = "missing";

// Scopes are literals: the 28 of the document.
const scope: OAuthScope = OAUTH_SCOPES[0] ?? "table|read";
// @ts-expect-error no such scope
const wrongScope: OAuthScope = "table|raed";
holds<Equal<TeableOAuthClientRequest["scopes"], OAuthScope[] | undefined>>();
type Count<Union, Seen extends unknown[] = []> = [Union] extends [never]
  ? Seen["length"]
  : Count<Exclude<Union, Last<Union>>, [...Seen, unknown]>;
type Last<Union> = (Union extends unknown ? (of: () => Union) => void : never) extends (of: infer Of) => void
  ? Of extends () => infer One
    ? One
    : never
  : never;
holds<Equal<Count<OAuthScope>, 28>>();
// @ts-expect-error the list is frozen
OAUTH_SCOPES.push("table|read");

// Optional is not nullable, and required is not optional.
const client: TeableOAuthClientRequest = { name: "", homepage: "https://a.io", redirectUris: [] };
// @ts-expect-error redirectUris is missing
const incomplete: TeableOAuthClientRequest = { name: "", homepage: "https://a.io" };
// @ts-expect-error null
const nullable: TeableOAuthClientRequest = { ...client, logo: null };
const connection: ZapierAuthenticationRequest = {
  data: { title: "", app: "", authentication_fields: { any: [1, null] } },
};
// @ts-expect-error what is in a free-form map is unknown
connection.data.authentication_fields["key"].length;

// The other ways to a verdict.
holds<Equal<ReturnType<typeof teableOAuthClient.parse>, TeableOAuthClientRequest>>();
if (zapierAuthentication.is(unknownValue)) holds<Equal<typeof unknownValue, ZapierAuthenticationRequest>>();
const text: SafeParseResult<TeableAuthenticationRequest, TextIssue> = teableAuthentication.safeParseText(
  new Uint8Array(),
);
if (!text.success) holds<Equal<(typeof text.issues)[0]["offset"], number>>();
teableAuthentication.safeParseText("{}");
teableAuthentication.safeParseText(new ArrayBuffer(2));
teableAuthentication.safeParseText(new DataView(new ArrayBuffer(2)));
// @ts-expect-error a promise that nobody awaited
teableAuthentication.safeParseText(Promise.resolve("{}"));
if (!provider.success) {
  // @ts-expect-error a value has no offset
  provider.issues[0].offset;
}

// Scopes of the caller's own.
const widened = teableOAuthClient.safeParse(unknownValue, { extraScopes: ["base|read"] });
if (widened.success) {
  holds<Equal<typeof widened.data.scopes, (OAuthScope | "base|read")[] | undefined>>();
  holds<Equal<typeof widened.data.name, string>>();
  holds<Equal<typeof widened.data.redirectUris, string[]>>();
  teableOAuthClient.request(widened.data, { token: "t" });
}
declare const oneOfThem: typeof teableAuthentication | typeof teableOAuthClient | typeof zapierAuthentication;
declare const anyOptions: CheckOptions;
const judged = oneOfThem.safeParse(unknownValue, anyOptions);
if (judged.success && "scopes" in judged.data) holds<Equal<typeof judged.data.scopes, string[] | undefined>>();
const rebuilt = oneOfThem.build(unknownValue, { extraScopes: ["base|read"], off: ["scope-all"] });
if (rebuilt.success) oneOfThem.redact(rebuilt.payload);
const open = teableOAuthClient.safeParse(unknownValue, anyOptions);
if (open.success) teableOAuthClient.request(open.data, { token: "t" });
holds<Equal<ReturnType<typeof teableOAuthClient.is> extends boolean ? true : false, true>>();
const plain = teableOAuthClient.parse(unknownValue, { locale: "zh" });
holds<Equal<typeof plain, TeableOAuthClientRequest>>();
const some: readonly TeableOAuthClientRequest[] = [unknownValue].filter(teableOAuthClient.is);

// Schemas by name, and in general.
declare const anyName: SchemaName;
const one = schemas[anyName].safeParse(unknownValue, { locale: "zh" });
if (!one.success) holds<Equal<(typeof one.issues)[0]["message"], string>>();
schemas[anyName].parse(unknownValue, { locale: "zh" });
schemas[anyName].is(unknownValue, { locale: "zh" });
schemas[anyName].safeParseText("{}", { locale: "zh" });
schemas[anyName].safeParse(unknownValue, { extraScopes: ["base|read"] });
const several: readonly Schema<unknown>[] = Object.values(schemas);
const requests: readonly RequestSchema<unknown>[] = [teableAuthentication, teableOAuthClient, zapierAuthentication];
function payloadOf<T>(schema: RequestSchema<T>, draft: unknown): T | undefined {
  const result = schema.build(draft);
  return result.success ? result.payload : undefined;
}
holds<Equal<ReturnType<typeof payloadOf<TeableAuthenticationRequest>>, TeableAuthenticationRequest | undefined>>();
payloadOf(teableAuthentication, {});
export { requests, several };
holds<Equal<Infer<(typeof schemas)["zapier.authentication.request"]>, ZapierAuthenticationRequest>>();
holds<Equal<SchemaName, keyof Bodies>>();
holds<Equal<(typeof teableOAuthClient)["name"], "teable.oauth-client.request">>();
// @ts-expect-error no such schema
schemas["teable.oauth-client"];
// @ts-expect-error frozen
teableOAuthClient.name = "teable.oauth-client.request";
function check<T>(schema: Schema<T>, value: unknown): T | undefined {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
holds<Equal<ReturnType<typeof check<TeableOAuthClientRequest>>, TeableOAuthClientRequest | undefined>>();
const first: FieldInfo | undefined = teableOAuthClient.fields[0];
const issues: readonly Issue[] = teableOAuthClient.validateField("name", "", {});

// Standard Schema, by this package's types and by its specification's.
interface SpecifiedSchema<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => SpecifiedResult<Output> | Promise<SpecifiedResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}
type SpecifiedResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: ReadonlyArray<{
        readonly message: string;
        readonly path?: ReadonlyArray<PropertyKey | { readonly key: PropertyKey }> | undefined;
      }>;
    };
const specified: SpecifiedSchema<TeableOAuthClientRequest> = teableOAuthClient;
const standard: StandardSchemaV1<TeableOAuthClientRequest> = teableOAuthClient;
const verdict = standard["~standard"].validate(unknownValue);
if (verdict.issues) holds<Equal<(typeof verdict.issues)[number], Issue>>();
declare const othersVerdict: Exclude<SpecifiedResult<unknown>, { value: unknown }>;
toFieldErrors(othersVerdict.issues);
type Output<S extends SpecifiedSchema> = NonNullable<S["~standard"]["types"]>["output"];
holds<Equal<Output<typeof teableAuthentication>, TeableAuthenticationRequest>>();

// Building, sending and the way back.
const built = teableAuthentication.build(unknownValue);
if (built.success) {
  holds<Equal<typeof built.payload, TeableAuthenticationRequest>>();
  teableAuthentication.request(built.payload, { token: "t", organizationId: "o" });
  teableAuthentication.request(built.payload, { token: "t", resourceId: "o" });
  // @ts-expect-error a provider belongs to an organization
  teableAuthentication.request(built.payload, { token: "t" });
  // @ts-expect-error the body of another schema
  teableOAuthClient.request(built.payload, { token: "t" });
} else {
  holds<Equal<IsAny<(typeof built.issues)[0]>, false>>();
}
const refusal: ServerError = zapierAuthentication.fromServerError(429, "", unknownValue);
if (refusal.kind === "throttled") wait(refusal.retryAfter ?? 1);
// @ts-expect-error there is no such kind
if (refusal.kind === "teapot") wait(1);
const shown = teableOAuthClient.redact(plain);
holds<Equal<typeof shown, TeableOAuthClientRequest>>();
holds<Equal<ReturnType<typeof teableOAuthClient.redact>, unknown>>();
let rest = new Uint8Array(0);
rest = teableOAuthClient.checkLines(rest, { partial: true }).rest;
declare const isMore: boolean | undefined;
teableOAuthClient.checkLines(rest, { partial: isMore, firstLine: undefined });
const drafts: StandardSchemaV1<TeableOAuthClientRequest> = teableOAuthClient.draft;
type WithLines = { redirectUris: string };
const lines = drafts as StandardSchemaV1<unknown, TeableOAuthClientRequest> as StandardSchemaV1<WithLines, TeableOAuthClientRequest>;
holds<Equal<Output<typeof lines>, TeableOAuthClientRequest>>();
// @ts-expect-error responses are not sent
schemas["teable.oauth-client.response"].build({});

declare function wait(seconds: number): void;

// Errors.
try {
  teableOAuthClient.parse(unknownValue);
} catch (error) {
  if (error instanceof ValidationError) holds<Equal<(typeof error.issues)[0]["pointer"], string>>();
  if (error instanceof InternalError) holds<Equal<typeof error.reason, InternalErrorReason>>();
}
const ready: Promise<void> = init();

// Nothing is `any`.
holds<Equal<IsAny<TeableAuthenticationRequest>, false>>();
holds<Equal<IsAny<ZapierAuthenticationRequest["data"]["authentication_fields"]>, false>>();
holds<Equal<IsAny<ReturnType<typeof zapierAuthentication.parse>>, false>>();
holds<Equal<IsAny<Issue["path"][number]>, false>>();

export {
  check,
  client,
  code,
  connection,
  first,
  incomplete,
  issues,
  nullable,
  ready,
  scope,
  show,
  specified,
  standard,
  wrongScope,
};

// A draft may be edited, what a server sent may not.
client.name = "Reports";
client.redirectUris.push("https://a.io/callback");
connection.data.title = "Reports";
declare const sent: Bodies["teable.oauth-client.response"];
// @ts-expect-error readonly
sent.name = "Reports";
// @ts-expect-error readonly
sent.redirectUris.push("https://a.io/callback");

// What a form needs to show a choice.
holds<Equal<FieldInfo["optionLabels"], readonly Text[] | undefined>>();

// JSON Schema through the standard's interface.
const converter: StandardJSONSchemaV1<TeableOAuthClientRequest> = teableOAuthClient;
holds<Equal<ReturnType<(typeof converter)["~standard"]["jsonSchema"]["input"]>, Record<string, unknown>>>();
teableOAuthClient["~standard"].jsonSchema.output({ target: "draft-2020-12" });
// @ts-expect-error no target
teableOAuthClient["~standard"].jsonSchema.input({});

// The language of a call, and messages of one's own.
holds<Equal<Locale, (typeof locales)[number]>>();
const options: CheckOptions = {
  locale: navigatorLanguage(),
  messages: { required: "Fill this in.", too_long: ({ params }) => `At most ${params.maximum}.` },
};
teableOAuthClient.safeParse(unknownValue, options);
teableOAuthClient.parse(unknownValue, { locale: "zh" });
teableOAuthClient.safeParseText("{}", options);
teableOAuthClient.checkLines("{}", { ...options, partial: true });
teableOAuthClient.validateField("name", "", undefined, options);
teableOAuthClient.build(unknownValue, options);
teableOAuthClient.fromServerError(500, "", undefined, options);
teableOAuthClient["~standard"].validate(unknownValue, { libraryOptions: { locale: "zh" } });
// @ts-expect-error there is no such code
teableOAuthClient.safeParse(unknownValue, { messages: { missing: "x" } });
// @ts-expect-error this code has no such parameter
teableOAuthClient.safeParse(unknownValue, { messages: { too_long: ({ params }) => `${params.minimum}` } });
declare function navigatorLanguage(): string | undefined;

// Advice, by itself and beside a payload.
const advice: readonly Advice[] = teableOAuthClient.advise(unknownValue, { locale: "zh", off: ["scope-all"] });
holds<Equal<Advice["severity"], "warning" | "info">>();
holds<Equal<Advice["fix"], string | undefined>>();
holds<Equal<Advice["rule"], AdviceRule>>();
holds<Equal<(typeof built)["advice"], readonly Advice[]>>();
teableOAuthClient.build(unknownValue, { off: ["scope-all"], messages: { required: "x" } });
// @ts-expect-error there is no such rule
teableOAuthClient.advise(unknownValue, { off: ["scope-some"] });
// @ts-expect-error responses get no advice
schemas["teable.oauth-client.response"].advise({});
export { advice, drafts, options, rest };

// OpenID Connect: a discovery document, and presets.
const address: string | null = oidcDiscoveryUrl("sso.acme.io");
const { prefill, problems } = fromOidcDiscovery("", unknownValue, { locale: "zh" });
// @ts-expect-error there may be nothing to fill in
prefill.issuer;
if (prefill) {
  holds<Equal<typeof prefill.issuer, string>>();
  // @ts-expect-error a document need not name it
  prefill.userInfoUrl.length;
}
holds<Equal<(typeof problems)[number]["code"], DiscoveryProblemCode>>();
holds<Equal<(typeof oidcPresets)[number]["name"], OidcPresetName>>();
declare const inputs: { domain?: string };
fillOidcPreset({} as (typeof oidcPresets)[number], inputs);
const urls = oidcPresets[0] && fillOidcPreset(oidcPresets[0], { domain: "a.io" });
if (urls) teableAuthentication.request({ type: "oidc", name: "", config: { clientId: "", clientSecret: "", ...urls } }, { token: "t", organizationId: "o" });
// @ts-expect-error there is no such code
if (problems[0]?.code === "none") wait(1);

// Scopes keep their literals.
holds<Equal<(typeof scopeCatalogue)[number]["scope"], OAuthScope>>();
const chosen: OAuthScope[] = toggleScopes([scope], scopeMatrix.rows[0]?.scopes ?? []);
if (scopeState(chosen, OAUTH_SCOPES) === "some") wait(1);
// @ts-expect-error there is no such risk
if (scopeCatalogue[0]?.risk === "none") wait(1);
// @ts-expect-error frozen
scopeCatalogue[0].label.en = "";
export { address };
