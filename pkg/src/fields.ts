/** Form metadata: the fields of a body, one after another as a form shows them. */
import type { EnumNode, Field, Node, Text, UnionNode } from "./definition.js";

const { freeze } = Object;

/** The kind of a field's value. `map`: an object with any keys. `either`: an object or a string. */
export type FieldKind = "text" | "enum" | "boolean" | "integer" | "list" | "map" | "any" | "either" | "object";

/** What a form needs to know of one field. */
export interface FieldInfo extends ValueInfo {
  /** Its full name, such as `config.issuer`. */
  readonly name: string;
  /** Its place as a JSON Pointer, such as `/config/issuer`. */
  readonly pointer: string;
  /** What a person calls it. */
  readonly label: Text;
  /** One sentence about what belongs in it; may be empty. */
  readonly help: Text;
  /** Whether it has to be there. */
  readonly required: boolean;
  /** Whether its value is a credential that must never be shown. */
  readonly secret: boolean;
  /** Whether a form should offer several lines for it. */
  readonly multiline: boolean;
  /** The HTML `autocomplete` token for its input. */
  readonly autocomplete?: string;
  /** A sample value, for a placeholder. */
  readonly example?: string;
  /** The value of the union's tag (`type`) for which this field exists; absent where it always does. */
  readonly when?: string;
}

/** What a value has to look like. */
export interface ValueInfo {
  readonly kind: FieldKind;
  /** The strings to choose from: of an `enum`, or of each row of a list of them. */
  readonly options?: readonly string[];
  /** What a person calls each of the options, in the same order; absent where they have no labels. */
  readonly optionLabels?: readonly Text[];
  readonly constraints: Constraints;
  /** For a list: its rows. */
  readonly item?: ItemInfo;
}

/** What one row of a list looks like. */
export interface ItemInfo extends ValueInfo {
  /** What a person calls a row. */
  readonly label?: Text;
  /** The fields of a row that is an object, named from the row on. */
  readonly fields?: readonly FieldInfo[];
}

/** The rules for a value; none where it is empty. */
export interface Constraints {
  /** What a string has to parse as: `uri` by the WHATWG URL Standard, `uuid` by its form. */
  readonly format?: "uri" | "uuid";
  /** The fewest Unicode code points. HTML's `minlength` counts UTF-16 units, which is not the same. */
  readonly minLength?: number;
  /** The most Unicode code points. HTML's `maxlength` counts UTF-16 units, which is not the same. */
  readonly maxLength?: number;
  /** The smallest number. */
  readonly minimum?: number;
  /** The fewest rows. */
  readonly minItems?: number;
  /** Whether `null` is allowed. */
  readonly nullable?: true;
}

/** Where a field stands among its parents. */
interface Place {
  readonly name: string;
  readonly pointer: string;
  /** Whether all its parents have to be there. */
  readonly required: boolean;
  readonly when?: string;
}

const ROOT: Place = { name: "", pointer: "", required: true };

/** The fields of a body, in document order; an object is replaced by its own fields. */
export function fieldsOf(node: Node): readonly FieldInfo[] {
  return freeze(node.kind === "union" ? unionFields(node, ROOT) : objectFields(node, ROOT));
}

function objectFields(node: Node, place: Place): FieldInfo[] {
  return node.kind === "object" ? node.fields.flatMap((field) => fieldInfos(field, place)) : [];
}

/** The tag, then the fields of every branch: side by side, and only once where all branches have the same. */
function unionFields(node: UnionNode, parent: Place): FieldInfo[] {
  const tag: Field = {
    name: node.tag,
    required: true,
    label: node.tagLabel,
    help: node.tagHelp,
    node: {
      kind: "enum",
      options: node.branches.map((branch) => branch.value),
      labels: node.branches.map((branch) => branch.label),
    },
  };
  const names = new Set(node.branches.flatMap((branch) => branch.fields.map((field) => field.name)));
  const rest = [...names].flatMap((name) => {
    const variants = node.branches.flatMap(({ value, fields }) =>
      fields.filter((field) => field.name === name).map((field) => ({ value, field })),
    );
    const [first] = variants;
    const alike = new Set(variants.map(({ field }) => JSON.stringify(field))).size === 1;
    if (first && alike && variants.length === node.branches.length) return fieldInfos(first.field, parent);
    return variants.flatMap(({ value, field }) => fieldInfos(field, { ...parent, when: value }));
  });
  return [...fieldInfos(tag, parent), ...rest];
}

function fieldInfos(field: Field, parent: Place): FieldInfo[] {
  const place: Place = {
    ...parent,
    name: parent.name === "" ? field.name : `${parent.name}.${field.name}`,
    pointer: `${parent.pointer}/${field.name}`,
    required: parent.required && field.required,
  };
  return field.node.kind === "object" ? objectFields(field.node, place) : [fieldInfo(field, place)];
}

function fieldInfo(field: Field, place: Place): FieldInfo {
  const { label, help, secret = false, multiline = false, autocomplete, example } = field;
  return freeze({
    ...place,
    label: copy(label),
    help: copy(help),
    secret,
    multiline,
    ...(autocomplete !== undefined && { autocomplete }),
    ...(example !== undefined && { example }),
    ...valueInfo(field.node, field.item),
  });
}

function valueInfo(node: Node, itemLabel?: Text): ValueInfo {
  const { options, labels } = choice(node);
  return {
    kind: node.kind === "union" ? "object" : node.kind,
    ...(options && { options: freeze([...options]) }),
    ...(labels && { optionLabels: freeze(labels.map(copy)) }),
    constraints: constraintsOf(node),
    ...(node.kind === "list" && { item: itemInfo(node.item, itemLabel) }),
  };
}

/** What there is to choose from, as a value or in each row. */
function choice(node: Node): Partial<EnumNode> {
  return node.kind === "enum" ? node : node.kind === "list" ? choice(node.item) : {};
}

/** A text of its own, which nobody can change. */
function copy({ en, zh }: Text): Text {
  return freeze({ en, zh });
}

function itemInfo(node: Node, label: Text | undefined): ItemInfo {
  const fields = objectFields(node, ROOT);
  return freeze({
    ...valueInfo(node),
    ...(label && { label: copy(label) }),
    ...(fields.length > 0 && { fields: freeze(fields) }),
  });
}

/** The members of a node that are rules, as they are called there. */
const RULES = ["format", "minLength", "maxLength", "minimum", "minItems", "nullable"] as const;

function constraintsOf(node: Node): Constraints {
  const all: Constraints = node;
  return freeze(Object.fromEntries(RULES.filter((rule) => all[rule] !== undefined).map((rule) => [rule, all[rule]])));
}
