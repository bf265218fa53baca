/** Errors that come as a list: Zapier's, after JSON:API, problem details (RFC 9457), and issues of a server that checks alike. */
import { segmentOf, segmentsOfPointer } from "../place.js";
import { member } from "../read.js";
import { elements, message as messageOf, text } from "./reading.js";
import { stepsOf, type Complaint } from "./sentences.js";

/** Nobody reads more. */
const MOST = 1000;

/** Where the errors are: by JSON:API, as a verdict here has them, and as Hono's validator of a Standard Schema answers. */
const LISTS = ["errors", "issues", "error"];

/** No body is as deep. */
const MOST_SEGMENTS = 100;

/** The complaints of a document; nothing where it has no list of errors that say something, were it only a place. */
export function complaintsOf(body: unknown): readonly Complaint[] | undefined {
  // What is called `error` may also be a list of sentences.
  const lists = LISTS.map((name) => elements(member(body, name), MOST) ?? []);
  const errors = lists.find((list, index) => (index < 2 ? list.length > 0 : list.some((one) => typeof one === "object")));
  const complaints = errors?.flatMap((error) => {
    const message = messageOf(typeof error === "string" ? { error } : error, "detail", "title", "message", "code", "error") ?? "";
    const segments = segmentsOf(error);
    return message || segments.length > 0 ? [{ message, segments }] : [];
  });
  return complaints && complaints.length > 0 ? complaints : undefined;
}

function segmentsOf(error: unknown): readonly string[] {
  const pointer = text(member(error, "source"), "pointer") ?? text(error, "pointer");
  if (pointer !== undefined) return segmentsOfPointer(unfragmented(pointer));
  const written = text(error, "path");
  if (written !== undefined) return stepsOf(written);
  const path = (elements(member(error, "path"), MOST_SEGMENTS) ?? []).map(segmentOf);
  return path.filter((segment) => segment !== undefined).map(String);
}

/** A pointer may be written as a URI fragment: `#/config/appId`, percent-encoded. */
function unfragmented(pointer: string): string {
  if (!pointer.startsWith("#")) return pointer;
  try {
    return decodeURIComponent(pointer.slice(1));
  } catch {
    return pointer.slice(1);
  }
}
