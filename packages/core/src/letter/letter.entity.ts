import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { phone } from "../resident/resident.entity";
import { entity, type ItemOf } from "../table/entity";
import { photos, words } from "../ticket/ticket.entity";

/** How a letter reached us. */
export const letterWays = ["post", "courier", "hand", "box", "fax", "email"] as const;

/** Who wrote, and where an answer finds them. */
export const writerSchema = z.object({
  residentId: idOf("resident").optional(),
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
});

/** A letter that came in, in the register of its own; the ticket it became or belongs to does the work. */
export const letterSchema = z.object({
  letterId: idOf("letter"),
  /** Like LX20261121-0001; counted per project and local day of registration. */
  number: z.string().max(20),
  projectId: idOf("project"),
  houseId: idOf("house").optional(),
  houseCode: z.string().max(40).optional(),
  from: writerSchema,
  way: z.enum(letterWays),
  /** The local day on which it came. */
  receivedOn: localDate,
  /** What it says, in short. */
  words,
  /** Its pages, scanned or photographed. */
  pages: photos,
  ticketId: idOf("ticket").optional(),
  ticketNumber: z.string().max(20).optional(),
  registeredBy: z.string(),
  registeredByName: z.string(),
  createdAt: instant,
});

/** By what letters are listed and found: the number, which begins with the day, then the id. */
export const letterSort = ({ number, letterId }: { number: string; letterId: string }) =>
  `${number}#${letterId}`;

/** Lists by number: of a project (gsi1) and of the tenant (gsi2); those of a ticket (gsi3). */
export const Letter = entity({
  name: "letter",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: letterSchema,
  key: (key: { letterId: string }) => [[key.letterId], "letter"],
  indexes: {
    gsi1: (letter) => [[letter.projectId, "letter"], letterSort(letter)],
    gsi2: (letter) => [["letter"], letterSort(letter)],
    gsi3: (letter) => (letter.ticketId ? [[letter.ticketId, "letter"], letterSort(letter)] : undefined),
  },
});
export type LetterItem = ItemOf<typeof Letter>;
