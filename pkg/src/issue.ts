/** What `safeParse` and its siblings report. */
import type { ExpectedKind, JsonReason, ReceivedKind, UrlReason } from "./generated/catalogue.js";

export type { ExpectedKind, JsonReason, ReceivedKind, UrlReason };

/** What every issue has. It is plain JSON, and none of it ever holds a value that was read. */
interface IssueBase<Code extends string> {
  /** What is wrong: stable from release to release, unlike the message. */
  readonly code: Code;
  /** Where, from the root down: keys as strings, list indexes as numbers from 0. Empty for the body itself. */
  readonly path: readonly (string | number)[];
  /** The same place as a JSON Pointer (RFC 6901), such as `/redirectUris/1`; `""` is the body itself. */
  readonly pointer: string;
  /** A sentence to show: it names the field as a person would, and says what to do. */
  readonly message: string;
}

/** A required field is not there. `undefined` and a hole in an array count as absent, `null` does not. */
export type RequiredIssue = IssueBase<"required">;

/** A value of the wrong JSON type. Nothing below it is reported. */
export interface InvalidTypeIssue extends IssueBase<"invalid_type"> {
  readonly params: {
    /** What belongs here. */
    readonly expected: ExpectedKind;
    /** What was met: its kind, never the value. */
    readonly received: ReceivedKind;
  };
}

/** A string that is not in the list. */
export interface InvalidOptionIssue extends IssueBase<"invalid_option"> {
  readonly params: OptionParams;
}

/** The tag of a union, such as `type`, is a string that names none of its forms. */
export interface UnknownTypeIssue extends IssueBase<"unknown_type"> {
  readonly params: OptionParams;
}

/** What may stand at a place that takes one of a list. */
export interface OptionParams {
  /** The whole list; scopes of the caller's own come last. */
  readonly allowed: readonly string[];
  /** The entry that was probably meant, for a near miss. */
  readonly suggestion?: string;
}

/** Fewer characters than allowed. */
export interface TooShortIssue extends IssueBase<"too_short"> {
  readonly params: {
    /** What is counted: Unicode code points. */
    readonly unit: "characters";
    readonly minimum: number;
    readonly actual: number;
  };
}

/** More characters than allowed. */
export interface TooLongIssue extends IssueBase<"too_long"> {
  readonly params: {
    /** What is counted: Unicode code points. */
    readonly unit: "characters";
    readonly maximum: number;
    readonly actual: number;
  };
}

/** Fewer list elements than allowed. */
export interface TooFewItemsIssue extends IssueBase<"too_few_items"> {
  readonly params: {
    readonly minimum: number;
    readonly actual: number;
  };
}

/** A number below the smallest one allowed. */
export interface TooSmallIssue extends IssueBase<"too_small"> {
  readonly params: {
    readonly minimum: number;
    /** Never told so far: it would be the value. */
    readonly actual?: number;
  };
}

/** A string that is no URL by the WHATWG URL Standard: `new URL(text)` refuses it. */
export interface InvalidUrlIssue extends IssueBase<"invalid_url"> {
  readonly params: {
    readonly reason: UrlReason;
  };
}

/** A string that is not 8-4-4-4-12 hexadecimal digits. */
export type InvalidUuidIssue = IssueBase<"invalid_uuid">;

/** A text that is not JSON (RFC 8259, UTF-8). It is always the only issue. */
export interface InvalidJsonIssue extends IssueBase<"invalid_json"> {
  readonly params: {
    readonly reason: JsonReason;
  };
}

/** What a server refused, in its own words. Only `fromServerError` makes it. */
export interface ServerRejectedIssue extends IssueBase<"server_rejected"> {
  /** Absent where the server named this very place, or none. */
  readonly params?: {
    /** The place that the server named and this body does not have, as a JSON Pointer. */
    readonly named: string;
  };
}

/** One problem of a body, told apart by its `code`. */
export type Issue =
  | RequiredIssue
  | InvalidTypeIssue
  | InvalidOptionIssue
  | UnknownTypeIssue
  | TooShortIssue
  | TooLongIssue
  | TooFewItemsIssue
  | TooSmallIssue
  | InvalidUrlIssue
  | InvalidUuidIssue
  | InvalidJsonIssue
  | ServerRejectedIssue;

/** The `code` of an issue. */
export type IssueCode = Issue["code"];

/** Where in a text something stands. */
export interface TextPosition {
  /** UTF-8 bytes before it. */
  readonly offset: number;
  /** Its line, from 1. */
  readonly line: number;
  /** Its column in Unicode code points, from 1. */
  readonly column: number;
}

/** An issue of a body that was read from a text. A missing field stands where its object begins. */
export type TextIssue = Issue & TextPosition;

/** The issues of one body, in document order: at least one, at most one for a place, a container before its contents. */
export type Issues<I extends Issue = Issue> = readonly [I, ...I[]];
