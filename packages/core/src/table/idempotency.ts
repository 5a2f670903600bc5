import * as z from "zod";
import { DomainError } from "../error";
import { entity } from "./entity";
import { unpacked } from "./packed";

/** An answer given once under an Idempotency-Key, kept a day. The key belongs to who sent it. */
export const IdempotencyRecord = entity({
  name: "idempotency",
  schema: z.object({
    owner: z.string(),
    key: z.string(),
    bodyHash: z.string(),
    said: z.unknown(),
    at: z.string(),
  }),
  key: (record: { owner: string; key: string }) => [["idempotency", record.owner], record.key],
  packed: true,
  expires: (record) => Math.floor(Date.parse(record.at) / 1000) + 86_400,
});

/** The answer of a stored record; earlier versions packed it by itself, the first of them not at all. */
export function answerIn(stored: Record<string, unknown>): { said: unknown; bodyHash: string } {
  const { answer } = stored;
  const { said, bodyHash } = IdempotencyRecord.item(stored);
  if (answer instanceof Uint8Array) return { said: unpacked(answer), bodyHash };
  return { said: answer === undefined ? said : JSON.parse(String(answer)), bodyHash };
}

/** Thrown when the same key came with another body. */
export const mismatch = () =>
  new DomainError("idempotency_mismatch", "This Idempotency-Key was used for another request");
/** Thrown when the answer is being written by a twin of this request. */
export class Replayed extends DomainError {
  constructor() {
    super("conflict", "The same request is being handled");
  }
}
