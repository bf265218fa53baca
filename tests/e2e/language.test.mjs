/** The page in another language: everything that is visible, and nothing that was typed is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { pageTests, picture } from "./support/browser.mjs";

const onPage = pageTests();
const inChinese = (page) => page.getByRole("button", { name: "中文" }).click();
const TABS = ["单点登录", "OAuth 应用", "Zapier 连接"];

/** What may stand in any language: names, addresses, codes, keys. */
const NAMES = /prevet|English|Teable|OAuth|Zapier|Zaps?|OpenID Connect|Contoso|URL|URI|UUID|JSON|Unicode|Standard Schema|WebAssembly|TypeScript|Rust|MIT|Apache-2\.0|safeParse|fields|~standard|schema|null|POST|https?(?::\S*)?|App ID|App Secret|iss|curl|\$TOKEN|Google|Lark|\/[\w./{}-]+|\w+\|\w+/g;

/** The words in Latin letters of what is visible outside of code, labels of elements among them. */
async function foreignWords(page) {
  const visible = await page.evaluate(() => {
    const texts = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest("code, pre, script, option, textarea") || !element.checkVisibility()) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push(node.nodeValue.trim());
      texts.push(element.getAttribute("aria-label") ?? "");
    }
    return texts.filter((text) => text !== "");
  });
  return visible.map((text) => text.replace(NAMES, "").match(/[a-z]{3,}/gi)?.join(" ")).filter(Boolean);
}

test("everything visible is in the language that is chosen, which survives a reload", () =>
  onPage({}, async (page) => {
    await inChinese(page);
    for (const reloaded of [false, true]) {
      if (reloaded) await page.reload();
      assert.equal(await page.evaluate(() => document.documentElement.lang), "zh");
      assert.match(await page.title(), /先审查/);
      for (const title of TABS) {
        await page.getByRole("tab", { name: title }).click();
        await page.getByRole("tabpanel").getByText("curl 命令").click();
        assert.deepEqual(await foreignWords(page), [], title);
        await picture(page, `${TABS.indexOf(title)}-zh`);
      }
    }
    await page.getByRole("button", { name: "English" }).click();
    assert.equal(await page.getByRole("tab", { selected: true }).innerText(), "Zapier connection");
    assert.ok((await foreignWords(page)).length > 20, "the words are looked for");
  }));

test("messages, advice and the server's silence follow the language, and what was typed stays", () =>
  onPage({}, async (page) => {
    const form = page.getByRole("tabpanel");
    await page.getByRole("tab", { name: "OAuth application" }).click();
    await form.getByLabel("Name", { exact: true }).fill("Acme ");
    await form.getByLabel("Homepage").fill("acme");
    await form.getByRole("textbox", { name: "Redirect URI 1" }).fill("http://acme.io/cb");
    await form.getByRole("button", { name: "Send request" }).click();
    await inChinese(page);
    assert.deepEqual(await form.getByRole("alert").getByRole("listitem").allInnerTexts(), ["主页：网址请以 https:// 开头。"]);
    assert.equal(await form.getByRole("alert").getByRole("heading").innerText(), "请检查以下字段");
    assert.ok(await form.getByText("名称：请删除首尾的空格。").isVisible());
    assert.equal(await form.getByLabel("名称", { exact: true }).inputValue(), "Acme ");
    await form.getByRole("button", { name: "采用建议：Acme" }).click();
    await form.getByLabel("主页").fill("https://acme.io");
    await form.getByRole("button", { name: "发送请求" }).click();
    assert.ok(await form.getByRole("button", { name: "1 条警告，仍然发送" }).isVisible());
    assert.deepEqual(await foreignWords(page), []);
    await form.getByLabel("沙盒的响应").selectOption("500");
    await form.getByRole("button", { name: "1 条警告，仍然发送" }).click();
    await form.getByRole("heading", { name: "请求未能完成" }).waitFor();
    await picture(page, "oauth-zh-refused");
  }));

test("a page opens in the person's own language where it speaks it", () =>
  onPage({ locale: "zh-TW" }, async (page) => {
    assert.ok(await page.getByRole("tab", { name: TABS[0] }).isVisible());
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
  }));

test("in Chinese too nothing is wider than a narrow screen", () =>
  onPage({ locale: "zh-CN", viewport: { width: 320, height: 740 } }, async (page) => {
    for (const title of TABS) {
      await page.getByRole("tab", { name: title }).click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, title);
      await picture(page, `${TABS.indexOf(title)}-zh-narrow`);
    }
  }));
