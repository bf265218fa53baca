/** The scopes of an OAuth application, as a form shows them: a matrix with a row for each group. */
import type { ScopeInfo, ScopeLine, ScopePreset } from "./catalogue.js";
import type { Text } from "./definition.js";
import { frozen } from "./freeze.js";
import type { OAuthScope } from "./generated/bodies.js";
import { elementsOf } from "./read.js";
import { scopeActions, scopeGroups, scopePresets as presets, scopes, type ScopeActionName, type ScopeGroupName } from "./generated/catalogue.js";

/** Every scope of this version, in the document's order: what it allows, how much it can harm, and what it needs. */
export const scopeCatalogue: readonly ScopeInfo[] = /* @__PURE__ */ frozen(scopes);

/** Choices worth offering, from little to everything. */
export const scopePresets: readonly ScopePreset[] = /* @__PURE__ */ frozen(presets);

/** A row or a column of the matrix. */
export interface ScopeMatrixLine<Name extends string> {
  readonly name: Name;
  readonly label: Text;
  /** The scopes in it, in the document's order. */
  readonly scopes: readonly OAuthScope[];
}

/** A row of the matrix. */
export interface ScopeMatrixRow extends ScopeMatrixLine<ScopeGroupName> {
  /** What stands in each column: a scope, or `null` where there is none. */
  readonly cells: readonly (ScopeInfo | null)[];
}

/** The scopes by what they are about (rows) and what they allow (columns, from harmless to harmful). */
export interface ScopeMatrix {
  readonly rows: readonly ScopeMatrixRow[];
  readonly columns: readonly ScopeMatrixLine<ScopeActionName>[];
}

let rows: ScopeMatrix["rows"] | undefined;
let columns: ScopeMatrix["columns"] | undefined;

/** The scopes as a matrix, made when it is asked for. */
export const scopeMatrix: ScopeMatrix = /* @__PURE__ */ Object.freeze({
  get rows() {
    return (rows ??= frozen(
      scopeGroups.map((group) => ({
        ...line(group, ({ group: name }) => name),
        cells: scopeActions.map(
          (action) => scopeCatalogue.find((scope) => scope.group === group.name && scope.action === action.name) ?? null,
        ),
      })),
    ));
  },
  get columns() {
    return (columns ??= frozen(scopeActions.map((action) => line(action, ({ action: name }) => name))));
  },
});

function line<Name extends string>(
  { name, label }: ScopeLine<Name>,
  nameOf: (scope: ScopeInfo) => string,
): ScopeMatrixLine<Name> {
  return { name, label, scopes: scopeCatalogue.filter((scope) => nameOf(scope) === name).map(({ scope }) => scope) };
}

/** How many scopes of a row, a column or the whole are chosen: what a check box with three states shows. */
export type ScopeState = "none" | "some" | "all";

/**
 * The state of a row, a column or the whole.
 * @param chosen the chosen scopes
 * @param scopes those that it is about, such as a row's
 */
export function scopeState(chosen: readonly string[], scopes: readonly string[]): ScopeState {
  const [all, known] = [elementsOf(scopes), new Set(elementsOf(chosen))];
  const count = all.filter((scope) => known.has(scope)).length;
  return count === 0 ? "none" : count < all.length ? "some" : "all";
}

/**
 * The choice after a click on a row, a column or the whole: all of its scopes, or none where all were chosen.
 * @param chosen the chosen scopes
 * @param scopes those that were clicked on
 * @param on whether they shall be chosen
 * @returns the new choice in the document's order, without duplicates; scopes that this version does not know come last
 */
export function toggleScopes<Scope extends string>(
  chosen: readonly Scope[],
  scopes: readonly Scope[],
  on = scopeState(chosen, scopes) !== "all",
): Scope[] {
  const [before, clicked] = [elementsOf(chosen), elementsOf(scopes)] as [Scope[], Scope[]];
  const off = new Set(on ? [] : clicked);
  const kept = (on ? [...before, ...clicked] : before).filter((scope) => !off.has(scope));
  const order = new Map<string, number>(scopeCatalogue.map(({ scope }, position) => [scope, position]));
  const rank = (scope: Scope) => order.get(scope) ?? order.size;
  return [...new Set(kept)].sort((a, b) => rank(a) - rank(b));
}
