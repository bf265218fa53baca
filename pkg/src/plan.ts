/** What is generated for one schema. */
import type { SchemaDefinition } from "./definition.js";

/** The parts of a schema: its name, and how its bodies are read, handed over and cut out of a text. */
export interface Plan<Name extends string = string> {
  /** The position by which wasm knows it. */
  readonly index: number;
  readonly name: Name;
  /** Gives a snapshot of a value; calls `doubt` where that is not surely valid. */
  readonly read: (value: unknown) => unknown;
  /** Writes a snapshot down for wasm. */
  readonly write: (snapshot: unknown) => void;
  /** Cuts a body out of the text whose places were found last. */
  readonly cut: () => unknown;
  readonly definition: () => SchemaDefinition;
}
