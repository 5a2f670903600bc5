import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { entity, type ItemOf } from "../table/entity";

const deed = z.object({ at: instant, by: z.string(), byName: z.string() });
/** So many people one praise is of, at most; a trade stands for all of its own. */
export const mostPraised = 10;
/** What is posted of a praise: its own words, or fewer. */
export const postedWords = z.string().trim().min(1).max(1_000);

/** Whom a ticket of praise is of, and what was made of it. */
export const praiseSchema = z.object({
  ticketId: idOf("ticket"),
  number: z.string().max(20),
  projectId: idOf("project"),
  trade: trade.optional(),
  /** By their names when they were praised. */
  members: z.array(z.object({ memberId: idOf("member"), name: z.string() })).max(mostPraised),
  /** Sent to those it is of, their trade and their managers: `to` people. */
  copied: deed.extend({ to: z.int() }).optional(),
  /** On the wall, under the resident's name shortened: `from`. */
  posted: deed.extend({ words: postedWords, from: z.string() }).optional(),
  /** The last time it was taken off the wall. */
  takenDown: deed.extend({ reason: z.string() }).optional(),
});

/** By what the wall is sorted: when it was posted, then the number and the id, as no two have both. */
export const wallSort = ({
  posted,
  number,
  ticketId,
}: Pick<PraiseFields, "posted" | "number" | "ticketId">) => `${posted?.at}#${number}#${ticketId}`;
type PraiseFields = z.output<typeof praiseSchema>;

/** Beside its ticket. What is posted is listed of a project (gsi1) and of the tenant (gsi2). */
export const Praise = entity({
  name: "praise",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: praiseSchema,
  key: (key: { ticketId: string }) => [[key.ticketId, "praise"], "praise"],
  indexes: {
    gsi1: (praise) => (praise.posted ? [[praise.projectId, "praise"], wallSort(praise)] : undefined),
    gsi2: (praise) => (praise.posted ? [["praise"], wallSort(praise)] : undefined),
  },
});
export type PraiseItem = ItemOf<typeof Praise>;
