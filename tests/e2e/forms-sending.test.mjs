/** `prevet/forms`: the summary, sending, warnings, and what a server says. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertInvalid, assertQuiet, bound, fill, formTests, forms, isFocused, linesOf, sentBy, submit, summaryOf } from "./support/bound.mjs";

const onForm = formTests();
const field = (form, label) => form.getByLabel(label, { exact: true });
const SECRET = "Zq8-canary-55c1-4f2e-9b71";
const OAUTH = { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 1": "https://acme.io/callback" };
const OIDC = {
  Name: "Acme",
  "Client ID": "teable-prod",
  "Client secret": SECRET,
  "Authorization URL": "https://id.acme.io/authorize",
  "Token URL": "https://id.acme.io/token",
  "User info URL": "https://id.acme.io/userinfo",
  Issuer: "id.acme.io",
};
const ZAPIER = { Title: "Acme CRM", "App ID": "4b3920d6-1d5a-4071-b837-9383dc511b80", "API key": SECRET, "Sub-domain": "acme" };

test("an OAuth application: the summary takes the focus, leads to each control, and goes with the last problem", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    await fill(form, { Homepage: "acme", "Redirect URI 2": "//b" });
    await submit(form);
    const lines = ["Name: enter a value.", "Homepage: start the URL with https://.", "Redirect URI 2: start the URL with https://."];
    assert.deepEqual(await summaryOf(form), { title: "There are 3 problems", lines });
    const summary = form.getByRole("alert");
    assert.ok(await isFocused(summary));
    assert.ok(await summary.evaluate((element) => element.parentElement.firstElementChild === element), "it is at the top");

    // By the keyboard alone: the first link, its control, and on.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.ok(await isFocused(field(form, "Name")));
    assert.equal(page.url(), "http://forms.test/", "the address stays");
    await page.keyboard.type("Acme");
    assert.deepEqual(await summaryOf(form), { title: "There are 2 problems", lines: lines.slice(1) });
    await summary.getByRole("link", { name: lines[1] }).click();
    assert.ok(await isFocused(field(form, "Homepage")));
    await field(form, "Homepage").fill("https://acme.io");
    assert.equal((await summaryOf(form)).title, "There is 1 problem");
    await field(form, "Redirect URI 2").fill(" https://acme.io/callback ");
    assert.equal(await summaryOf(form), null);
    await page.keyboard.press("Enter");
    assert.deepEqual(await sentBy(form), [{ name: "Acme", homepage: "https://acme.io", redirectUris: ["https://acme.io/callback"] }]);
    assert.equal(await field(form, "Redirect URI 2").inputValue(), " https://acme.io/callback ", "what was typed stays");
  }));

test("an SSO provider: no type, then a broken one, then sent", () =>
  onForm(forms.sso, bound.sso, async (form) => {
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines.slice(0, 2), ["Provider type: choose a value.", "Name: enter a value."]);
    await assertInvalid(field(form, "Feishu"), "Provider type: choose a value.");
    await form.getByRole("link", { name: "Provider type: choose a value." }).click();
    assert.ok(await isFocused(field(form, "Feishu")));
    await field(form, "OpenID Connect").check();
    await fill(form, OIDC);
    await submit(form);
    assert.deepEqual((await summaryOf(form)).lines, ["Issuer: start the URL with https://."]);
    await assertInvalid(field(form, "Issuer"), "Issuer: start the URL with https://.");
    await field(form, "Issuer").fill("https://id.acme.io");
    await submit(form);
    const [payload] = await sentBy(form);
    assert.equal(payload.config.issuer, "https://id.acme.io");
    assert.equal(payload.config.clientSecret, SECRET);
  }));

test("a Zapier connection: broken, repaired, sent; keys with dots are one key", () =>
  onForm(forms.zapier, bound.zapier, async (form) => {
    await fill(form, { ...ZAPIER, "App ID": "4b3920d6" });
    await submit(form);
    const [line] = (await summaryOf(form)).lines;
    assert.match(line, /^App ID: /);
    await assertInvalid(field(form, "App ID"), line);
    await field(form, "App ID").fill(ZAPIER["App ID"]);
    await submit(form);
    const authentication_fields = { api_key: SECRET, "sub.domain": "acme" };
    assert.deepEqual(await sentBy(form), [{ data: { title: "Acme CRM", app: ZAPIER["App ID"], authentication_fields } }]);
  }));

test("one request at a time, and the form says that it is busy", () =>
  onForm(
    forms.oauth,
    (form) => {
      const held = new Promise((resolve) => (globalThis.release = resolve));
      bindForm(form, teableOAuthClient, { onSubmit: (payload) => (sent.push(payload), held) });
    },
    async (form, page) => {
      await fill(form, OAUTH);
      const button = form.getByRole("button", { name: "Send" });
      await button.dblclick();
      await field(form, "Name").press("Enter");
      assert.equal(await form.getAttribute("aria-busy"), "true");
      assert.equal(await button.getAttribute("aria-disabled"), "true");
      await page.evaluate(() => release());
      await page.locator("form:not([aria-busy])").waitFor();
      assert.equal(await button.getAttribute("aria-disabled"), null);
      assert.equal((await sentBy(form)).length, 1);
      await field(form, "Name").fill("Acme 2");
      await submit(form);
      assert.equal((await sentBy(form)).length, 2, "then the next may go");
    },
  ));

test("the second click of two sends nothing again, also where the server was quicker", () =>
  onForm(forms.oauth, bound.oauth, async (form, page) => {
    await fill(form, OAUTH);
    await submit(form);
    await submit(form);
    await field(form, "Name").press("Enter");
    assert.equal((await sentBy(form)).length, 1);
    // Another body is meant to go, and the same one after a while.
    await field(form, "Name").fill("Acme 2");
    await submit(form);
    assert.equal((await sentBy(form)).length, 2);
    await page.waitForTimeout(600);
    await submit(form);
    assert.equal((await sentBy(form)).length, 3);
  }));

test("the second click of two sends nothing again, though the page changed the payload", () => {
  const changing = (form) => void bindForm(form, teableOAuthClient, { onSubmit: (payload) => void sent.push((payload.name = "changed")) });
  return onForm(forms.oauth, changing, async (form) => {
    await fill(form, OAUTH);
    await submit(form);
    await submit(form);
    assert.equal((await sentBy(form)).length, 1);
  });
});

test("only what went well is not sent again: what was refused may be tried at once, as may what is said to be wrong later", () => {
  const busyAtFirst = (form) => {
    const busy = (payload) => payload.name === "B" && sent.filter(({ name }) => name === "B").length === 1;
    const onSubmit = (payload) => (sent.push(payload), busy(payload) ? teableOAuthClient.fromServerError(503, "") : undefined);
    globalThis.bound = bindForm(form, teableOAuthClient, { onSubmit });
  };
  return onForm(forms.oauth, busyAtFirst, async (form) => {
    await fill(form, { ...OAUTH, Name: "A" });
    await submit(form);
    await field(form, "Name").fill("B");
    await submit(form);
    assert.equal((await summaryOf(form)).title, "This did not go through");
    await submit(form);
    assert.equal(await summaryOf(form), null);
    await form.evaluate(() => globalThis.bound.showServerError(teableOAuthClient.fromServerError(409, "")));
    await submit(form);
    assert.deepEqual((await sentBy(form)).map(({ name }) => name), ["A", "B", "B", "B"]);
  });
});

/** Binds the form to a server that refuses everything in this way. */
const refusing = (schema, status, body) => `(form) => void (globalThis.bound = bindForm(form, ${schema}, {
  onSubmit: async (payload) => (sent.push(payload), ${schema}.fromServerError(${status}, ${JSON.stringify(body)})),
}))`;
const sentence = (message) => ({ message: `Validation error: ${message}`, status: 400, code: "validation_error" });
const evaluated = (source) => new Function(`return ${source}`)();

test("what a server says stands at its control until that is changed; the rest stands in the summary", () => {
  const said = sentence('Taken at "name"; Invalid url at "redirectUris[0]"; Odd at "plan"');
  return onForm(forms.oauth, evaluated(refusing("teableOAuthClient", 400, said)), async (form) => {
    // The first row is blank, so the server's first is the second here.
    await fill(form, { Name: "Acme", Homepage: "https://acme.io", "Redirect URI 2": "https://acme.io/callback" });
    await submit(form);
    await form.getByRole("alert").getByRole("heading").waitFor();
    assert.deepEqual(await summaryOf(form), { title: "This did not go through", lines: ["plan: Odd", "Name: Taken", "Redirect URI 2: Invalid url"] });
    assert.ok(await isFocused(form.getByRole("alert")));
    assert.equal(await form.getByRole("alert").getByRole("link").count(), 2);
    await assertInvalid(field(form, "Name"), "Name: Taken");
    await assertInvalid(field(form, "Redirect URI 2"), "Redirect URI 2: Invalid url");
    await assertQuiet(field(form, "Redirect URI 1"));
    assert.equal(await field(form, "Name").inputValue(), "Acme");

    await field(form, "Description").fill("More");
    await assertInvalid(field(form, "Name"), "Name: Taken");
    await field(form, "Name").fill("Acme 2");
    await assertQuiet(field(form, "Name"));
    assert.deepEqual((await summaryOf(form)).lines, ["plan: Odd", "Redirect URI 2: Invalid url"]);
    assert.equal(await form.evaluate((element) => element.querySelector("[name=name]").validity.valid), true);
    await submit(form);
    assert.equal((await sentBy(form)).length, 2, "what a server said does not keep anyone from trying again");
  });
});

test("what a server said of one branch goes with it", () =>
  onForm(forms.sso, evaluated(refusing("teableAuthentication", 400, sentence('Unknown app at "config.appId"'))), async (form) => {
    await field(form, "Feishu").check();
    await fill(form, { Name: "Acme", "App ID": "cli_a5ca35a685b0x26e", "App secret": "Zq8canary55c14f2e9b71aa0c3d5e7f90" });
    await submit(form);
    await form.getByRole("alert").getByRole("heading").waitFor();
    await assertInvalid(field(form, "App ID"), "App ID: Unknown app");
    await field(form, "OpenID Connect").check();
    await assertQuiet(field(form, "App ID"));
    assert.equal(await summaryOf(form), null);
  }));

test("a pointer into the free-form fields finds their control", () => {
  const body = { errors: [{ status: 422, detail: "This key is not accepted.", source: { pointer: "/data/authentication_fields/sub.domain" } }] };
  return onForm(forms.zapier, evaluated(refusing("zapierAuthentication", 422, body)), async (form) => {
    await fill(form, ZAPIER);
    await submit(form);
    await form.getByRole("alert").getByRole("heading").waitFor();
    await assertInvalid(field(form, "Sub-domain"), "Authentication fields (sub.domain): This key is not accepted.");
  });
});

test("a sending that fails is told, and the error goes on its way", () =>
  onForm(
    forms.oauth,
    (form) => {
      addEventListener("unhandledrejection", (event) => {
        event.preventDefault();
        globalThis.failure = event.reason.message;
      });
      bindForm(form, teableOAuthClient, { onSubmit: () => Promise.reject(new Error("offline")) });
    },
    async (form, page) => {
      await fill(form, OAUTH);
      await submit(form);
      await form.getByRole("alert").getByRole("heading").waitFor();
      const lines = ["The server could not be reached, or its answer could not be understood."];
      assert.deepEqual(await summaryOf(form), { title: "This did not go through", lines });
      assert.equal(await page.waitForFunction(() => globalThis.failure).then((failure) => failure.jsonValue()), "offline");
      assert.equal(await form.getAttribute("aria-busy"), null);
      assert.equal(await field(form, "Name").inputValue(), "Acme");
    },
  ));

/** A request that has a warning for each http redirect URI, and a note for a name in lower case. */
const ADVISED = `{
  ...teableOAuthClient,
  build(draft) {
    const result = teableOAuthClient.build(draft);
    const advice = [];
    const { name, redirectUris = [] } = decodeForm(draft);
    for (const [index, uri] of redirectUris.entries()) {
      if (uri.startsWith("http:")) advice.push({ severity: "warning", path: ["redirectUris", index], message: "Redirect URI " + (index + 1) + ": use https." });
    }
    if (/^[a-z]/.test(name)) advice.push({ severity: "info", path: ["name"], message: "Name: begin with a capital." });
    return { ...result, advice };
  },
}`;
const advised = (options) => evaluated(`(form) => void bindForm(form, ${ADVISED}, { onSubmit: (payload) => void sent.push(payload), ${options} })`);
const RISKY = { ...OAUTH, "Redirect URI 1": "http://acme.io/a", "Redirect URI 2": "http://acme.io/b" };

test("advice stands beside its control without making it invalid, and notes hold nothing up", () =>
  onForm(forms.oauth, advised(""), async (form) => {
    await field(form, "Name").fill("acme");
    assert.deepEqual(await linesOf(field(form, "Name"), "prevet-info"), []);
    await field(form, "Homepage").focus();
    assert.deepEqual(await linesOf(field(form, "Name"), "prevet-info"), ["Note: Name: begin with a capital."]);
    await assertQuiet(field(form, "Name"));
    assert.equal(await field(form, "Name").evaluate((element) => element.validity.valid), true);
    await fill(form, { ...OAUTH, Name: "acme" });
    await submit(form);
    assert.equal((await sentBy(form)).length, 1);
    assert.equal(await summaryOf(form), null);
  }));

test("warnings are asked about, once, and are sent anyway", () =>
  onForm(forms.oauth, advised(""), async (form) => {
    await fill(form, RISKY);
    await submit(form);
    const lines = ["Redirect URI 1: use https.", "Redirect URI 2: use https."];
    assert.deepEqual(await summaryOf(form), { title: "2 warnings: check them, or send anyway", lines });
    assert.ok(await isFocused(form.getByRole("alert")));
    assert.deepEqual(await linesOf(field(form, "Redirect URI 2"), "prevet-warning"), ["Warning: Redirect URI 2: use https."]);
    assert.equal(await form.evaluate((element) => element.checkValidity()), true);
    assert.deepEqual(await sentBy(form), []);
    await form.getByRole("link", { name: lines[1] }).click();
    assert.ok(await isFocused(field(form, "Redirect URI 2")));
    await field(form, "Redirect URI 2").fill("https://acme.io/b");
    assert.equal((await summaryOf(form)).title, "1 warning: check it, or send anyway");
    await form.getByRole("button", { name: "Send anyway" }).click();
    assert.deepEqual((await sentBy(form)).map(({ redirectUris }) => redirectUris), [["http://acme.io/a", "https://acme.io/b"]]);
    assert.equal(await summaryOf(form), null);
    assert.ok(await isFocused(form.getByRole("button", { name: "Send" })), "the focus is not lost with the button");
  }));

test("sending anyway does not send what has become wrong", () =>
  onForm(forms.oauth, advised(""), async (form) => {
    await fill(form, RISKY);
    await submit(form);
    await field(form, "Homepage").fill("acme");
    await form.getByRole("button", { name: "Send anyway" }).click();
    assert.deepEqual(await summaryOf(form), { title: "There is 1 problem", lines: ["Homepage: start the URL with https://."] });
    assert.deepEqual(await sentBy(form), []);
  }));

test("sending anyway does not send with a warning that nobody has seen", () =>
  onForm(forms.oauth, advised(""), async (form) => {
    await fill(form, { ...RISKY, "Redirect URI 2": "https://acme.io/b" });
    await submit(form);
    assert.equal((await summaryOf(form)).title, "1 warning: check it, or send anyway");
    await field(form, "Redirect URI 2").fill("http://acme.io/b");
    await form.getByRole("button", { name: "Send anyway" }).click();
    assert.deepEqual(await sentBy(form), []);
    const lines = ["Redirect URI 1: use https.", "Redirect URI 2: use https."];
    assert.deepEqual(await summaryOf(form), { title: "2 warnings: check them, or send anyway", lines });
    await form.getByRole("button", { name: "Send anyway" }).click();
    assert.equal((await sentBy(form)).length, 1);
  }));

test("the page may ask by itself", () =>
  onForm(
    forms.oauth,
    advised("onWarnings: async (warnings, { payload }) => { globalThis.asked = warnings.map(({ message }) => message); return payload.name !== 'No'; }"),
    async (form, page) => {
      await fill(form, { ...RISKY, Name: "No" });
      await submit(form);
      await page.waitForFunction(() => globalThis.asked?.length === 2);
      assert.equal(await summaryOf(form), null);
      assert.deepEqual(await sentBy(form), []);
      await field(form, "Name").fill("Yes");
      await submit(form);
      await page.waitForFunction(() => sent.length === 1);
    },
  ));

test("the form's own words in Chinese", () =>
  onForm(forms.oauth, advised("locale: 'zh-CN'"), async (form) => {
    await submit(form);
    assert.equal((await summaryOf(form)).title, "有 3 个问题");
    await fill(form, { ...RISKY, Name: "acme" });
    await submit(form);
    assert.equal((await summaryOf(form)).title, "有 2 条警告，请检查，或仍然提交");
    assert.deepEqual(await linesOf(field(form, "Redirect URI 1"), "prevet-warning"), ["警告：Redirect URI 1: use https."]);
    assert.deepEqual(await linesOf(field(form, "Name"), "prevet-info"), ["提示：Name: begin with a capital."]);
    await form.getByRole("button", { name: "仍要提交" }).click();
    assert.equal((await sentBy(form)).length, 1);
  }));

test("the locale goes to the schema with each call", () =>
  onForm(
    forms.oauth,
    (form) => {
      const seen = (globalThis.seen = new Set());
      const note = (name) => (...given) => (seen.add(`${name} ${JSON.stringify(given.at(-1))}`), teableOAuthClient[name](...given));
      const schema = { ...teableOAuthClient, build: note("build"), fromServerError: note("fromServerError") };
      addEventListener("unhandledrejection", (event) => event.preventDefault());
      bindForm(form, schema, { locale: "zh", onSubmit: () => Promise.reject(new Error("offline")) });
    },
    async (form, page) => {
      await fill(form, OAUTH);
      await submit(form);
      await form.getByRole("alert").getByRole("heading").waitFor();
      assert.deepEqual(await summaryOf(form), { title: "提交未成功", lines: ["无法连接服务器，或无法理解其响应。"] });
      assert.deepEqual(await page.evaluate(() => [...seen]), ['build {"locale":"zh"}', 'fromServerError {"locale":"zh"}']);
    },
  ));
