import { DomainError, type ErrorCode, notFound } from "@frontdesk/core/error";
import { log, told } from "@frontdesk/core/log";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { acceptedLocale } from "../pages/locale";

const statuses: Record<ErrorCode, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 503> = {
  bad_request: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  idempotency_mismatch: 409,
  gone: 410,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};

const envelope = (c: Context, code: string, message: string, field?: string) => ({
  error: { code, message, field, requestId: c.get("requestId") },
});

/** The language to tell a caller an error in: English, unless they ask for Chinese before it. */
export const errorLocale = (header: string | undefined): Locale =>
  header && /\bzh\b/i.test(header) ? acceptedLocale(header) : "en";

/** What a caller is told in their language. The Chinese is loaded with the first error told in it. */
async function said(c: Context, error: Error): Promise<string> {
  if (errorLocale(c.req.header("accept-language")) === "en") return error.message;
  const { wordsOf } = await import("./errors.language");
  return wordsOf(error);
}

/**
 * The one place where errors become answers, in the caller's language; what was not foreseen says nothing about the
 * inside.
 */
export async function onError(error: Error, c: Context) {
  c.header("vary", "accept-language", { append: true });
  if (error instanceof DomainError)
    return c.json(envelope(c, error.code, await said(c, error), error.field), statuses[error.code]);
  if (error instanceof HTTPException) return c.json(envelope(c, "bad_request", error.message), error.status);
  log("error", { error: told(error) });
  return c.json(envelope(c, "internal", await said(c, new Error("Something went wrong on our side"))), 500);
}

/** A path nobody serves; the same words as for an unknown id. */
export const onNotFound = async (c: Context) =>
  c.json(envelope(c, "not_found", await said(c, notFound())), 404);
