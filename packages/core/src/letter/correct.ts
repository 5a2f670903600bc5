import * as z from "zod";
import { dateOf, localDate } from "../clock";
import { badRequest, conflict } from "../error";
import { correctedHouse } from "../house/correct";
import { idOf } from "../id";
import { tenantProfile } from "../tenant/profile";
import { words } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { Letter, type LetterItem, letterSchema, letterWays, writerSchema } from "./letter.entity";
import { needOwn } from "./own";

const corrections = z.strictObject({
  way: z.enum(letterWays).optional(),
  receivedOn: localDate.optional(),
  words: words.optional(),
  /** Null for none. */
  houseId: idOf("house").nullable().optional(),
  /** Who signed it, of a letter of nobody on record; a resident's name is corrected with the resident. */
  from: writerSchema.omit({ residentId: true }).partial().optional(),
});

/** What may be corrected, and how the trail names it. */
const told = ({ way, receivedOn, words: said, from, houseCode: house = "—" }: LetterItem) => ({
  ...{ way, receivedOn, words: said, house },
  from: { name: from.name, phone: from.phone, email: from.email },
});

/**
 * Corrects what was written wrongly into the register; its number stays. Every value that changes stands in the trail as
 * it was and as it is. The ticket it is with has words and a house of its own.
 */
export const correctLetter = verb({
  name: "letter.correct",
  may: "ticket.register",
  input: corrections.extend({ letterId: idOf("letter"), rev: z.int().min(1).optional() }),
  output: letterSchema.extend({ rev: z.int() }),
  run: async ({ letterId, rev, from, houseId, ...given }, work) => {
    const before = await needOwn(letterId);
    if (rev !== undefined && rev !== before.rev)
      throw conflict("Somebody corrected this letter in between, please look at it again", "rev");
    if (from && before.from.residentId)
      throw badRequest("The writer is on record: correct the resident instead", "from.name");
    const { zone } = await tenantProfile();
    if (given.receivedOn && given.receivedOn > dateOf(work.now, zone))
      throw badRequest("A letter cannot have come in the future", "receivedOn");
    const elsewhere = badRequest("This house is of another project: register the letter there", "houseId");
    const after = work.patch(Letter, before, {
      ...given,
      ...placed(await correctedHouse(before, houseId, elsewhere)),
      ...(from && { from: { ...before.from, ...from } }),
    });
    work.about(letterId, before.projectId, changed(told(before), told(after)));
    return after;
  },
});

/** Also a house that is taken away. */
const placed = ({ houseId, houseCode }: Pick<LetterItem, "houseId" | "houseCode">) => ({
  houseId,
  houseCode,
});

/** What of a record was changed: by its name, as it was and as it is. */
function changed(before: Record<string, unknown>, after: Record<string, unknown>): Record<string, unknown> {
  const [was, is] = [before, after].map((all) => new Map(Object.entries(all).map(([k, v]) => [k, said(v)])));
  const names = Object.keys(after).filter((name) => was?.get(name) !== is?.get(name));
  return Object.fromEntries(names.map((name) => [name, `${was?.get(name)} → ${is?.get(name)}`]));
}

const said = (value: unknown) =>
  typeof value === "object" && value !== null
    ? Object.values(value).filter(Boolean).join(" ")
    : String(value);
