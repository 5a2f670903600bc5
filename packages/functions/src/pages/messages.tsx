import { DomainError, type ErrorCode } from "@frontdesk/core/error";
import { log, told } from "@frontdesk/core/log";
import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { type Frame, page } from "./layout";
import { pageLocale } from "./locale";
import { messageTexts } from "./messages.texts";

export type Mood = "done" | "info" | "sorry";

const shapes: Record<Mood, { colour: string; path: string }> = {
  done: { colour: "#0b655a", path: "M15 25l7 7 13-15" },
  info: { colour: "#3b5f8a", path: "M25 22v13M25 15v1" },
  sorry: { colour: "#8a5a12", path: "M25 14v14M25 34v1" },
};

const Sign = ({ mood }: { mood: Mood }) => (
  <svg viewBox="0 0 50 50" aria-hidden="true">
    <circle cx="25" cy="25" r="24" fill={shapes[mood].colour} />
    <path d={shapes[mood].path} stroke="#fff" stroke-width="4" stroke-linecap="round" fill="none" />
  </svg>
);

/** A page with one thing to say: thanks, answered already, closed, unknown. `children` stand below the text. */
export const messagePage = (
  c: Context,
  frame: Frame & { mood: Mood; text: Child },
  children?: Child,
): Response | Promise<Response> =>
  page(
    c,
    frame,
    <div class="card message">
      <Sign mood={frame.mood} />
      <h1>{frame.title}</h1>
      <p>{frame.text}</p>
      {children}
    </div>,
  );

type Kind = "unknown" | "tooLarge" | "tooMany" | "failed" | "unavailable";
const kinds: Partial<Record<ErrorCode, { kind: Kind; status: Frame["status"] }>> = {
  not_found: { kind: "unknown", status: 404 },
  gone: { kind: "unknown", status: 410 },
  too_large: { kind: "tooLarge", status: 413 },
  too_many: { kind: "tooMany", status: 429 },
  unavailable: { kind: "unavailable", status: 503 },
  bad_request: { kind: "failed", status: 400 },
  conflict: { kind: "failed", status: 409 },
};

/** The friendly page of a fault no page of its own speaks of; nothing technical on it. */
export function faultPage(c: Context, code: ErrorCode | "internal", firm?: string) {
  const { kind, status } = (code !== "internal" && kinds[code]) || ({ kind: "failed", status: 500 } as const);
  const locale = pageLocale(c);
  const words = messageTexts[locale][kind];
  return messagePage(
    c,
    { locale, firm, mood: "sorry", status, shared: kind === "unknown" && firm === undefined, ...words },
    kind === "unknown" ? undefined : (
      <p>
        <a href={`?lang=${locale}`}>{messageTexts[locale].again}</a>
      </p>
    ),
  );
}

/** The error handler of residents' pages: what the API answers as JSON is a friendly page here. */
export function onPageError(error: Error, c: Context) {
  if (error instanceof DomainError) return faultPage(c, error.code);
  log("error", { error: told(error) });
  return faultPage(c, "internal");
}
