import { createHash } from "node:crypto";
import * as z from "zod";
import { DomainError } from "../error";
import { table } from "./client";
import { entity } from "./entity";
import { fieldsOf, unpacked } from "./packed";

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

/** An answer beside what an act noted: under which name it was asked for, by what body, and what was said. */
export const keptAnswer = z.object({ name: z.string(), bodyHash: z.string(), said: z.unknown() });
export type KeptAnswer = z.output<typeof keptAnswer>;

/** One word for a key and who sent it. */
export const nameOf = ({ owner, key }: { owner: string; key: string }) =>
  createHash("sha256").update(`${owner}#${key}`).digest("base64url").slice(0, 22);

type Place = { pk: string; sk: string };

/** The answer that a record at the first of some places keeps; undefined where there is none. */
export async function answerAt(places: readonly Place[]): Promise<Omit<KeptAnswer, "name"> | undefined> {
  for (const Key of places) {
    const { Item } = await table.get({ Key, ConsistentRead: true });
    if (Item) return answerIn(fieldsOf(Item));
  }
}

/** Beside an act, or by itself; earlier versions packed the latter, the first of them not at all. */
function answerIn({ answer, said, bodyHash }: Record<string, unknown>): Omit<KeptAnswer, "name"> {
  const beside = keptAnswer.safeParse(answer);
  if (beside.success) return beside.data;
  const own = { bodyHash: String(bodyHash) };
  if (answer instanceof Uint8Array) return { ...own, said: unpacked(answer) };
  return { ...own, said: answer === undefined ? said : JSON.parse(String(answer)) };
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
