import type { Text, TextKey } from "../i18n/text";
import { ApiError, type FailureKind } from "./error";

// What the server says about these is about this very input; our own words would say less.
const spoken: ReadonlySet<FailureKind> = new Set(["badRequest", "conflict", "gone"]);

/** One sentence that tells a person what went wrong and what to do. */
export function failureText(error: unknown, text: Text): string {
  if (!(error instanceof ApiError)) return text("errors:kind.unexpected");
  if (spoken.has(error.kind) && error.message !== "") return error.message;
  if (error.kind === "tooMany" && error.retryAfter) {
    return error.retryAfter > 90
      ? text("errors:tooManyForMinutes", { minutes: Math.ceil(error.retryAfter / 60) })
      : text("errors:tooManyFor", { seconds: error.retryAfter });
  }
  return text(`errors:kind.${error.kind}`);
}

/** The heading that goes above it. */
export const failureTitle = (error: unknown): TextKey =>
  error instanceof ApiError ? `errors:title.${error.kind}` : "errors:title.unexpected";
