import * as z from "zod";
import { instant, plus } from "../clock";
import { notFound } from "../error";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { verb } from "../verb";
import { categoryCode, ticketKind } from "./kind";
import { repeatDays } from "./repaired.entity";
import { isOpen } from "./states";
import { ticketSummary } from "./summary";
import { Ticket, type TicketItem } from "./ticket.entity";

/** So many of a house are looked at, the newest, and so many that are open of what belongs to no house. */
const most = 20;

const matter = z.strictObject({
  projectId: idOf("project"),
  /** Without one, what belongs to no house is meant. */
  houseId: idOf("house").optional(),
  kind: ticketKind,
  category: categoryCode,
});
type Matter = z.output<typeof matter>;

/**
 * What a report may be about already: tickets of the same house, kind and category that are open, or were done within
 * 30 days; of a project's public areas those that are open. Open ones first, each the newest first. Throws `not_found`
 * out of reach.
 */
export const listAlike = verb({
  name: "ticket.alike",
  may: "ticket.read",
  input: matter,
  /** `doneAt` stands on those that are not open. */
  output: z.object({ items: z.array(ticketSummary.extend({ doneAt: instant.optional() })) }),
  run: async (asked, { now }) => {
    await needProject(asked.projectId);
    const found = asked.houseId ? await ofHouse(asked.houseId, asked) : await ofPublicAreas(asked);
    const items = found.map((ticket) => ({ ...ticket, doneAt: doneAtOf(ticket) }));
    return { items: items.filter(({ doneAt }) => isRecent(doneAt, now)).sort(openFirst) };
  },
});

async function ofHouse(houseId: string, { projectId, kind, category }: Matter): Promise<TicketItem[]> {
  const house = await needHouse(houseId);
  if (house.projectId !== projectId) throw notFound();
  const { items } = await Ticket.query("gsi3", [houseId, "ticket"], { limit: most, reverse: true });
  return items.filter(
    (ticket) => ticket.kind === kind && ticket.category === category && ticket.state !== "void",
  );
}

async function ofPublicAreas({ projectId, kind, category }: Matter): Promise<TicketItem[]> {
  const place = [projectId, "publicTicket", kind, category];
  return (await Ticket.query("gsi3", place, { limit: most, reverse: true })).items;
}

const doneAtOf = ({ state, completions }: TicketItem) =>
  isOpen(state) ? undefined : completions.at(-1)?.completedAt;

const isRecent = (doneAt: string | undefined, now: string) =>
  doneAt === undefined || plus(doneAt, { days: repeatDays }) >= now;

type Sorted = { doneAt?: string; createdAt: string; number: string };

const openFirst = (a: Sorted, b: Sorted) =>
  Number(a.doneAt !== undefined) - Number(b.doneAt !== undefined) ||
  b.createdAt.localeCompare(a.createdAt) ||
  b.number.localeCompare(a.number);
