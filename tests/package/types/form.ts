// The declarations of prevet/forms, as a strict consumer's compiler sees them. Compiled, never run.
import {
  schemas,
  teableAuthentication,
  teableOAuthClient,
  zapierAuthentication,
  type ServerError,
  type TeableOAuthClientRequest,
} from "prevet";
import { bindForm, type BoundForm, type FormAdvice, type FormSchema } from "prevet/forms";
import { teableOAuthClient as slimClient } from "prevet/slim";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function holds<T extends true>(): T;

declare const form: HTMLFormElement;
declare const refusal: ServerError;

const bound = bindForm(form, teableOAuthClient, {
  locale: "zh",
  summary: document.createElement("div"),
  messages: { required: "!" },
  off: ["scope-all"],
  extraScopes: ["base|read"],
  async onSubmit(payload, result, submitter) {
    holds<Equal<typeof submitter, HTMLElement | null>>();
    holds<Equal<typeof payload, TeableOAuthClientRequest>>();
    holds<Equal<typeof result.payload, TeableOAuthClientRequest>>();
    const answer = await fetch("/");
    if (!answer.ok) return teableOAuthClient.fromServerError(answer.status, await answer.text(), answer.headers);
    return undefined;
  },
  onWarnings: async (warnings, { payload }) => warnings.length < 3 && payload.name !== "",
});
const result = bound.check();
if (result.success) holds<Equal<typeof result.payload, TeableOAuthClientRequest>>();
bound.showServerError(refusal);
bound.refresh();
bound.clear();
bound.unbind();

// Every request is one, from either entry, and what it gives may be named.
const others: BoundForm<unknown, FormAdvice>[] = [
  bindForm(form, teableAuthentication, { onSubmit() {} }),
  bindForm(form, zapierAuthentication, { onSubmit: (payload) => void payload.data.title }),
  bindForm(form, slimClient, { onSubmit: () => refusal }),
];
const asked: FormSchema<TeableOAuthClientRequest, FormAdvice> = teableOAuthClient;

// What `build` gives, and what a form makes of it, are one.
const built = teableOAuthClient.build(form);
holds<Equal<(typeof built)["advice"], (typeof result)["advice"]>>();
const same: typeof result = built;

// @ts-expect-error nothing sends the payload
bindForm(form, teableOAuthClient, {});
// @ts-expect-error what comes back is no server error
bindForm(form, teableOAuthClient, { onSubmit: () => 1 });
// @ts-expect-error responses are not sent
bindForm(form, schemas["teable.oauth-client.response"], { onSubmit() {} });
bindForm(document.querySelector("form"), teableOAuthClient, { onSubmit() {} });
// @ts-expect-error no form
bindForm(document.body, teableOAuthClient, { onSubmit() {} });
// @ts-expect-error the body of another schema
bindForm(form, teableOAuthClient, { onSubmit: (payload) => void payload.data });
// @ts-expect-error readonly
bound.check = () => result;

export { asked, others, same };
