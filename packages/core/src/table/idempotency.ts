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
    /** Packed; JSON in what earlier versions wrote. */
    answer: z.union([z.instanceof(Uint8Array<ArrayBufferLike>), z.string()]),
    at: z.string(),
  }),
  key: (record: { owner: string; key: string }) => [["idempotency", record.owner], record.key],
  expires: (record) => Math.floor(Date.parse(record.at) / 1000) + 86_400,
});

/** An answer as it was given. */
export const answerIn = (answer: unknown): unknown =>
  answer instanceof Uint8Array ? unpacked(answer) : JSON.parse(String(answer));

/** Thrown when the same key came with another body. */
export const mismatch = () =>
  new DomainError("idempotency_mismatch", "This Idempotency-Key was used for another request");
/** Thrown when the answer is being written by a twin of this request. */
export class Replayed extends DomainError {
  constructor() {
    super("conflict", "The same request is being handled");
  }
}
