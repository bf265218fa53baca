/** Advice: values that an API accepts and that will fail or harm later. The rules are in the engine. */
import { run } from "./engine.js";
import type { Node } from "./definition.js";
import type { AdviceRule } from "./generated/catalogue.js";
import { adviseTape } from "./generated/wasm/prevet.js";
import { writeReading } from "./judge.js";
import { extraScopes, localeNumber, type CheckOptions } from "./options.js";
import { elementsOf, member, read } from "./read.js";
import { secretsIn } from "./redact.js";
import { ADVISED } from "./tape.js";

/**
 * One piece of advice. It never blocks, and it never holds a secret, unless one is the key of a free-form map; of other values
 * it may tell parts, such as a host.
 */
export interface Advice {
  /** The rule that fired; it can be switched off by this id. */
  readonly rule: AdviceRule;
  /** `warning`: something that fails or harms, worth a question before sending. `info`: something to know. */
  readonly severity: AdviceSeverity;
  /** Where, as for issues; a key of a free-form map is the last segment. */
  readonly path: readonly (string | number)[];
  /** The same place as a JSON Pointer (RFC 6901). */
  readonly pointer: string;
  /** A sentence to show: it names the field as a person would, and says what to do. */
  readonly message: string;
  /** What the message tells beyond its rule. */
  readonly params: AdviceParams;
  /** A value to put there instead, where one is safe to offer: never for a secret. */
  readonly fix?: string;
}

/** How much an advice matters. */
export type AdviceSeverity = "warning" | "info";

/** What an advice tells beyond its rule; which of it is there depends on the rule. None of it is secret. */
export interface AdviceParams {
  /** The host that the value leads to. */
  readonly host?: string;
  /** The host that it is compared with. */
  readonly otherHost?: string;
  /** What was found, by name: a scheme, a parameter, a file extension, a provider, a code point. */
  readonly name?: string;
  /** Several names: scopes, parameters. */
  readonly names?: readonly string[];
  /** The place that the value is compared with, as a JSON Pointer. */
  readonly other?: string;
  /** The value's length in code points. */
  readonly length?: number;
}

/** What `advise` may be told. */
export interface AdviseOptions extends Pick<CheckOptions, "locale" | "extraScopes"> {
  /** Rules that stay silent. */
  readonly off?: readonly AdviceRule[] | undefined;
}

/**
 * The advice on a value, in document order: on what passed validation, and nothing on the rest.
 * @param source what the value was made of, which may hold more secrets
 * @param lost what was left out of that
 */
export function advise(
  schema: number,
  node: Node,
  value: unknown,
  options?: AdviseOptions,
  source: unknown = value,
  lost: readonly unknown[] = [],
): readonly Advice[] {
  const reading = read(node, value, ADVISED);
  // Of a body so large, or so deep, some advice could tell what it does not know for a secret.
  if (!reading.areSecretsWhole) return [];
  const [locale, off, extra] = [localeNumber(options), silenced(options), extraScopes(options)];
  const json = run(() => {
    const { words, bytes } = writeReading(reading);
    return adviseTape(schema, words, bytes, locale, off, extra);
  });
  const found = JSON.parse(json) as Advice[];
  if (!found.some(tellsMore)) return found;
  // The engine knows the secrets of a valid body: of others, and of the branches that do not count, some are known here only.
  const repeats = secretsIn(node, source, lost);
  return found.map((advice) => withoutSecrets(advice, repeats));
}

/** Whether an advice tells anything that is made of a value. */
function tellsMore({ fix, params: { host, name, names } }: Advice): boolean {
  return (fix ?? host ?? name ?? names) !== undefined;
}

/** Without a fix, a host or a name that repeats a secret. */
function withoutSecrets({ message, params, fix, ...where }: Advice, repeats: (text: string) => boolean): Advice {
  let sentence = message;
  const shown = JSON.parse(JSON.stringify(params), (key, value: unknown) => {
    if (typeof value !== "string" || key === "other" || !repeats(value)) return value;
    sentence = sentence.replaceAll(value, "\u2026");
    return "\u2026";
  }) as AdviceParams;
  const advice = { ...where, message: sentence, params: shown };
  // A half of a surrogate pair does not come back from the engine: better no suggestion than another text.
  return fix === undefined || fix.includes("\ufffd") || repeats(fix) ? advice : { ...advice, fix };
}

/** The ids of the rules that are off, as the engine takes them. */
function silenced(options: AdviseOptions | undefined): string {
  return elementsOf(member(options, "off")).filter((id) => typeof id === "string").join();
}
