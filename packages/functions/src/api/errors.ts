import { DomainError, type ErrorCode } from "@frontdesk/core/error";
import { log, told } from "@frontdesk/core/log";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { errorLocale, inChinese, messageOf } from "./errors.language";

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

const localeOf = (c: Context) => errorLocale(c.req.header("accept-language"));
const said = (c: Context, message: string) => (localeOf(c) === "en" ? message : inChinese(message));

/**
 * The one place where errors become answers, in the caller's language; what was not foreseen says nothing about the
 * inside.
 */
export function onError(error: Error, c: Context) {
  c.header("vary", "accept-language", { append: true });
  if (error instanceof DomainError)
    return c.json(envelope(c, error.code, messageOf(error, localeOf(c)), error.field), statuses[error.code]);
  if (error instanceof HTTPException) return c.json(envelope(c, "bad_request", error.message), error.status);
  log("error", { error: told(error) });
  return c.json(envelope(c, "internal", said(c, "Something went wrong on our side")), 500);
}

/** A path nobody serves; the same words as for an unknown id. */
export const onNotFound = (c: Context) => c.json(envelope(c, "not_found", said(c, "Not found")), 404);
