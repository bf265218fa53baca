/** What the package exports as data: scopes, and presets for forms. `generated/catalogue.ts` is made from the Rust source. */
import type { Text } from "./definition.js";
import type { OAuthScope } from "./generated/bodies.js";
import type { OidcPresetName, ScopeActionName, ScopeGroupName, ScopePresetName } from "./generated/catalogue.js";

/** How much an application with a scope can harm. `write`: it makes or changes something; `destructive`: it deletes. */
export type ScopeRisk = "read" | "write" | "destructive";

/** What is remarkable about a scope. */
export type ScopeFlag = "bulk-data" | "runs-later" | "personal-data" | "account-takeover";

/** One scope, as a form shows it. */
export interface ScopeInfo {
  readonly scope: OAuthScope;
  /** What it is about. */
  readonly group: ScopeGroupName;
  /** What it allows. */
  readonly action: ScopeActionName;
  /** What a check box says. */
  readonly label: Text;
  /** What it means for the user's data. */
  readonly description: Text;
  readonly risk: ScopeRisk;
  readonly flags: readonly ScopeFlag[];
  /** The scopes without which it is of little use. */
  readonly needs: readonly OAuthScope[];
}

/** A row or a column of the matrix of scopes. */
export interface ScopeLine<Name extends string> {
  readonly name: Name;
  readonly label: Text;
}

/** A choice of scopes that fits a common purpose. */
export interface ScopePreset {
  readonly name: ScopePresetName;
  /** What a button says. */
  readonly label: Text;
  readonly scopes: readonly OAuthScope[];
}

/** A provider's form in small: what it asks for, and the templates that this is filled into. */
export interface OidcPreset {
  readonly name: OidcPresetName;
  /** What a button says. */
  readonly label: Text;
  /** What to ask for; none where the provider has the same URLs for everybody. */
  readonly inputs: readonly OidcPresetInput[];
  /** A template, in which `{name}` stands for the input of that name; so are the other URLs. */
  readonly issuer: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly userInfoUrl: string;
  /** What to know at the provider. */
  readonly note: Text;
}

/** One thing that a preset asks for. */
export interface OidcPresetInput {
  /** Its name in the templates. */
  readonly name: string;
  readonly label: Text;
  /** One sentence about what belongs in it. */
  readonly help: Text;
  /** A sample value. */
  readonly placeholder: string;
  /** What to start with. */
  readonly default?: string;
}

/** A provider for which the other type of the form is right. */
export interface OidcHint {
  readonly name: string;
  /** What a button says. */
  readonly label: Text;
  /** The provider type to choose. */
  readonly useType: string;
  /** Why. */
  readonly note: Text;
}
