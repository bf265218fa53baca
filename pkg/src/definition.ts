/**
 * The shape of the generated definition: what the Rust types say about each body, as data.
 *
 * `generated/definition.ts` is made from the Rust source and holds one {@link SchemaDefinition} per schema, as JSON texts:
 * what is surely valid needs none of it, and importing the package should cost nothing. The reader
 * walks values along it, and the form metadata is taken from it. The bodies that nobody fills in have a text of their own,
 * so that a bundler can drop it.
 */
import { others, requests } from "./generated/definition.js";

let parsedRequests: readonly SchemaDefinition[] | undefined;
let parsedOthers: readonly SchemaDefinition[] | undefined;

/** The bodies that forms fill in. */
export function requestDefinitions(): readonly SchemaDefinition[] {
  return (parsedRequests ??= JSON.parse(requests()) as readonly SchemaDefinition[]);
}

/** One of the bodies that forms fill in, by its place among them. */
export function requestDefinition(place: number): SchemaDefinition {
  return requestDefinitions()[place] as SchemaDefinition;
}

/** One of the other bodies, by its place among them. */
export function otherDefinition(place: number): SchemaDefinition {
  parsedOthers ??= JSON.parse(others(), shared()) as readonly SchemaDefinition[];
  return parsedOthers[place] as SchemaDefinition;
}

/** Puts a list of fields wherever its number stands: they are counted in the order in which they end. */
function shared(): (key: string, value: unknown) => unknown {
  const lists: unknown[] = [];
  return (key, value) => {
    if (key !== "fields") return value;
    if (typeof value === "number") return lists[value];
    lists.push(value);
    return value;
  };
}

/** A text in every language that the package speaks. */
export interface Text {
  /** English. */
  readonly en: string;
  /** Simplified Chinese. */
  readonly zh: string;
}

/** One schema: the name of its TypeScript type, and what its bodies look like. */
export interface SchemaDefinition {
  readonly type: string;
  /** What the body is, in one or two English sentences. */
  readonly doc: string;
  readonly node: Node;
}

/** What a value has to look like. */
export type Node = (
  | TextNode
  | EnumNode
  | { readonly kind: "boolean" }
  | IntegerNode
  | ListNode
  | { readonly kind: "map" }
  | { readonly kind: "any" }
  | ObjectNode
  | UnionNode
  | { readonly kind: "either"; readonly object: ObjectNode }
) & { readonly nullable?: true };

/** A string; lengths are in Unicode code points. */
export interface TextNode {
  readonly kind: "text";
  readonly format?: "uri" | "uuid";
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** One of a list of strings. */
export interface EnumNode {
  readonly kind: "enum";
  readonly options: readonly string[];
  /** What a person calls each option, in the same order. */
  readonly labels?: readonly Text[];
}

/** A number without a fraction. */
export interface IntegerNode {
  readonly kind: "integer";
  readonly minimum?: number;
}

/** An array. `unique`: the server keeps only the first of equal elements. */
export interface ListNode {
  readonly kind: "list";
  readonly item: Node;
  readonly minItems?: number;
  readonly unique?: true;
}

/** An object with known fields. */
export interface ObjectNode {
  readonly kind: "object";
  readonly fields: readonly Field[];
}

/** An object whose tag says which fields it has; the tag is not repeated among the fields. */
export interface UnionNode {
  readonly kind: "union";
  readonly tag: string;
  readonly tagLabel: Text;
  readonly tagHelp: Text;
  readonly branches: readonly Branch[];
}

/** One form of a {@link UnionNode}. */
export interface Branch {
  readonly value: string;
  /** What a person calls it. */
  readonly label: Text;
  readonly fields: readonly Field[];
}

/** One field of an object. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly secret?: true;
  readonly label: Text;
  readonly help: Text;
  /** What a person calls one row of this list. */
  readonly item?: Text;
  readonly autocomplete?: string;
  readonly example?: string;
  readonly multiline?: true;
  /** `build` takes away the white space around it, as it does of what has a format. */
  readonly trimmed?: true;
  /** What the server takes an absent one for. */
  readonly default?: string | number;
  /** Only the server sets it. */
  readonly readOnly?: true;
  readonly node: Node;
}
