import { isoNow } from "./clock";
import { firmOf, useContext } from "./context";

export type LogLevel = "info" | "warn" | "error";

/**
 * Tells whoever watches what happened: a line of JSON with the request and the tenant it was for. Both are those of the
 * context in force, so that nothing of an earlier request can stand in it. Never say what only its owner may know, such
 * as an address or the token of a link. Not by `console`, which the cloud would wrap once more.
 */
export function log(level: LogLevel, facts: Record<string, unknown>) {
  const { actor, requestId, trail } = useContext();
  const tenantId = firmOf(actor) ?? trail?.tenantId;
  const line = JSON.stringify({ level, at: isoNow(), requestId, tenantId, ...facts });
  (level === "info" ? process.stdout : process.stderr).write(`${line}\n`);
}

/** An error as it stands in a log: where it happened, or what it says. */
export const told = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? String(error)) : String(error);
