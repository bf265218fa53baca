// Form libraries that take any Standard Schema: the messages end up at the fields, under each library's names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { formatIssues } from "@conform-to/dom/future";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FormApi } from "@tanstack/form-core";
import { teableOAuthClient } from "prevet";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { useForm as useReactForm } from "react-hook-form";
import { useForm as useVeeForm } from "vee-validate";
import { createSSRApp } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";

import { bad, good, messages } from "./support/bodies.mjs";

const bracketed = Object.fromEntries(
  Object.entries(messages).map(([name, message]) => [name.replace(/\.(\d+)/, "[$1]"), message]),
);

test("no verdict is a promise", () => {
  for (const body of [good, bad, null]) {
    assert.equal(teableOAuthClient["~standard"].validate(body) instanceof Promise, false);
  }
});

test("react-hook-form, by its resolver for Standard Schema", async () => {
  const resolver = standardSchemaResolver(teableOAuthClient);
  const options = { fields: {}, shouldUseNativeValidation: false };
  assert.deepEqual(await resolver(good, undefined, options), { values: good, errors: {} });
  const { errors } = await resolver(bad, undefined, options);
  assert.equal(errors.homepage.message, messages.homepage);
  assert.equal(errors.scopes[1].message, messages["scopes.1"]);
  assert.deepEqual(Object.keys(errors), ["homepage", "scopes"]);
});

test("react-hook-form, with the draft: what is blank is missing or left out, and the payload is what is sent", async () => {
  const resolver = standardSchemaResolver(teableOAuthClient.draft);
  const options = { fields: {}, shouldUseNativeValidation: false };
  const draft = { ...good, homepage: ` ${good.homepage} `, logo: "", redirectUris: ["", ...good.redirectUris] };
  assert.deepEqual(await resolver(draft, undefined, options), { values: good, errors: {} });
  const { errors } = await resolver({ ...draft, name: " ", redirectUris: ["", "x"] }, undefined, options);
  assert.equal(errors.name.message, "Name: enter a value.");
  assert.equal(errors.redirectUris[1].message, "Redirect URI 2: start the URL with https://.");
  assert.deepEqual(Object.keys(errors), ["name", "redirectUris"]);
});

test("react-hook-form, a form that is submitted", async () => {
  const submitted = async (defaultValues) => {
    let form;
    const Form = () => {
      form = useReactForm({ defaultValues, resolver: standardSchemaResolver(teableOAuthClient) });
      return createElement("form");
    };
    renderToString(createElement(Form));
    const seen = {};
    await form.handleSubmit((values) => (seen.values = values), (errors) => (seen.errors = Object.keys(errors)))();
    return seen;
  };
  assert.deepEqual(await submitted(good), { values: good });
  assert.deepEqual(await submitted(bad), { errors: ["homepage", "scopes"] });
});

test("TanStack Form", () => {
  const checked = (defaultValues) => {
    const form = new FormApi({ defaultValues, validators: { onChange: teableOAuthClient } });
    form.mount();
    form.validateSync("change");
    const errors = form.state.errorMap.onChange ?? {};
    return Object.fromEntries(Object.entries(errors).map(([name, issues]) => [name, issues[0].message]));
  };
  assert.deepEqual(checked(good), {});
  assert.deepEqual(checked(bad), bracketed);
});

test("Conform", () => {
  const { issues } = teableOAuthClient["~standard"].validate(bad);
  const listed = Object.fromEntries(Object.entries(bracketed).map(([name, message]) => [name, [message]]));
  assert.deepEqual(formatIssues(issues), { formErrors: null, fieldErrors: listed });
  assert.equal(teableOAuthClient["~standard"].validate(good).issues, undefined);
});

test("vee-validate", async () => {
  const checked = async (initialValues) => {
    let result;
    const app = createSSRApp({
      async setup() {
        const form = useVeeForm({ initialValues, validationSchema: teableOAuthClient });
        const { valid, errors } = await form.validate();
        result = { valid, errors };
        return () => null;
      },
    });
    await renderVue(app);
    return result;
  };
  assert.deepEqual(await checked(good), { valid: true, errors: {} });
  assert.deepEqual(await checked(bad), { valid: false, errors: messages });
});
