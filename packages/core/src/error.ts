import type * as z from "zod";

/** The codes a caller may meet; each maps to one HTTP status in functions/api. */
export type ErrorCode =
  | "bad_request"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "idempotency_mismatch"
  | "gone"
  | "too_large"
  | "too_many"
  | "unavailable";

/** The one error type of the domain. `message` is shown to people; `field` names the input at fault. */
export class DomainError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = "DomainError";
  }
}

/** The first fault of an input that its schema refuses, with the input at fault in it where zod tells. */
export type Issue = z.core.$ZodIssue;

/** Input that its schema refuses. The issue itself travels along, so that it can be said in another language. */
export class InvalidInput extends DomainError {
  readonly issue: Issue | undefined;

  constructor(found: Issue | undefined, field?: string) {
    const issue = telling(found);
    const words = issue?.message ?? "Invalid input";
    const message = field ? `${field}: ${words}` : words;
    super("bad_request", message, field);
    this.issue = issue;
  }
}

/** Of what no branch of a union takes, zod says no more than that; a branch of ours may say why. */
function telling(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== "invalid_union") return issue;
  return issue.errors.flat().find(({ code }) => code === "custom") ?? issue;
}

/** Input that breaks a rule; `field` is the dotted path of the input. */
export const badRequest = (message: string, field?: string) => new DomainError("bad_request", message, field);
/** Same words for an unknown id and for someone else's, so that neither can be told from the other. */
export const notFound = () => new DomainError("not_found", "Not found");
/** The actor is known but may not do this. */
export const forbidden = () => new DomainError("forbidden", "You may not do this");
/** Nobody is signed in, or the session has ended. */
export const unauthenticated = () => new DomainError("unauthenticated", "Please sign in");
/** The state of things does not allow it (any more). */
export const conflict = (message: string, field?: string) => new DomainError("conflict", message, field);
/** A link or code that was good once: used, expired or withdrawn. */
export const gone = (message: string) => new DomainError("gone", message);
/** Too many tries; wait. */
export const tooMany = (message = "Too many attempts, please wait a moment") =>
  new DomainError("too_many", message);
