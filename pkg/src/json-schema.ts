/**
 * JSON Schema, made from the definition when somebody asks: the definition is in the package anyway, so this costs the
 * bytes of a short walk and not of 51 documents. The crate makes the files in `schemas/` in the same way, and the tests
 * compare the two.
 */
import type { Branch, Field, Node, SchemaDefinition, UnionNode } from "./definition.js";
import { member } from "./read.js";
import type { StandardJSONSchemaConverter } from "./standard.js";

type JsonSchema = Record<string, unknown>;

/** The known targets, and what `$schema` says of each; OpenAPI 3.0 has no such keyword. */
const DIALECTS = new Map([
  ["draft-2020-12", "https://json-schema.org/draft/2020-12/schema"],
  ["draft-07", "http://json-schema.org/draft-07/schema#"],
  ["openapi-3.0", undefined],
]);

/** The converter of a schema. Nothing is converted on the way, so what goes in and what comes out have the same one. */
export function converter(definition: () => SchemaDefinition): StandardJSONSchemaConverter {
  const convert = (options: unknown): JsonSchema => {
    const target = member(options, "target") as string;
    if (!DIALECTS.has(target)) {
      throw new TypeError(`The target of a JSON Schema has to be one of: ${[...DIALECTS.keys()].join(", ")}.`);
    }
    const $schema = DIALECTS.get(target);
    const { type, doc, node } = definition();
    const schema = nodeSchema(node, $schema === undefined);
    return compact({ $schema, title: type, description: doc, ...schema });
  };
  return Object.freeze({ input: convert, output: convert });
}

/** `openapi`: in the words of OpenAPI 3.0. */
function nodeSchema(node: Node, openapi: boolean): JsonSchema {
  const schema = valueSchema(node, openapi);
  if (!node.nullable) return schema;
  return openapi ? { ...schema, nullable: true } : { ...schema, type: [schema["type"], "null"] };
}

function valueSchema(node: Node, openapi: boolean): JsonSchema {
  switch (node.kind) {
    case "text":
      return { type: "string", format: node.format, minLength: node.minLength, maxLength: node.maxLength };
    case "enum":
      return { type: "string", enum: [...node.options] };
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "integer", minimum: node.minimum };
    case "list":
      // Repeated elements are accepted, and dropped: `uniqueItems` would refuse them.
      return { type: "array", items: compact(nodeSchema(node.item, openapi)), minItems: node.minItems };
    case "map":
      return { type: "object", additionalProperties: {} };
    case "any":
      return {};
    case "object":
      return objectSchema(node.fields, openapi);
    case "union":
      return { oneOf: node.branches.map((branch) => branchSchema(node, branch, openapi)) };
    case "either":
      return { oneOf: [objectSchema(node.object.fields, openapi), { type: "string" }] };
  }
}

function objectSchema(fields: readonly Field[], openapi: boolean, tag: JsonSchema = {}): JsonSchema {
  const own = fields.map((field) => [field.name, fieldSchema(field, openapi)] as const);
  const properties = { ...tag, ...Object.fromEntries(own) };
  const required = [...Object.keys(tag), ...fields.filter((field) => field.required).map(({ name }) => name)];
  return compact({ type: "object", properties, required: required.length > 0 ? required : undefined });
}

function fieldSchema({ label, help, default: fallback, readOnly, node }: Field, openapi: boolean): JsonSchema {
  const schema = nodeSchema(node, openapi);
  return compact({ title: label.en, description: help.en, default: fallback, readOnly, ...schema });
}

function branchSchema({ tag, tagLabel, tagHelp }: UnionNode, { value, label, fields }: Branch, openapi: boolean) {
  const only = openapi ? { enum: [value] } : { const: value };
  const tagSchema = { title: tagLabel.en, description: tagHelp.en, type: "string", ...only };
  return { title: label.en, ...objectSchema(fields, openapi, { [tag]: tagSchema }) };
}

/** The members that are there. */
function compact(schema: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
