import * as z from "zod";
import { daysAfter } from "../clock";
import { unconfided } from "../complaint/confidential";
import { firstIdAt } from "../id";
import { publicUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import { Project } from "../project/index";
import { type DueKey, sweep } from "../table/due";
import { tenantProfile } from "../tenant/profile";
import { tenantZone } from "../tenant/zone";
import { managersOf } from "../ticket/people";
import { isOpen, states } from "../ticket/states";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { DayCheck, Dispatched } from "./day-check.entity";
import { eveningOf } from "./note";

/** So many numbers stand in the message; the link leads to the rest. */
const named = 20;

/** Tells a project's managers in the evening what of the day's dispatches is still open, once. */
const takeCheck = verb({
  name: "dayCheck.take",
  may: "system",
  input: z.strictObject({ projectId: z.string(), day: z.string() }),
  output: z.object({ told: z.int() }),
  run: async (key, work) => {
    const check = await DayCheck.get(key);
    if (!check || check.takenAt || check.dueAt > work.now) return { told: 0 };
    work.patch(DayCheck, check, { takenAt: work.now });
    work.about(check.projectId, check.projectId);
    const given = await ticketsOf(check.projectId, check.day);
    const open = await unconfided(given.filter(({ state }) => isOpen(state)));
    if (open.length === 0) return { told: 0 };
    const [profile, project, managers] = await Promise.all([
      tenantProfile(),
      Project.need(check),
      managersOf(check.projectId),
    ]);
    const values = {
      project: project.name,
      open: open.length,
      given: given.length,
      numbers: open
        .slice(0, named)
        .map(({ number }) => number)
        .join(" · "),
      url: `${publicUrl()}/tickets?show=open`,
    };
    const sent = managers.map(({ phone, email, locale }) =>
      queueMessage(work, profile, {
        key: "dayCheck",
        values,
        to: { phone, email, locale },
        aboutId: check.projectId,
      }),
    );
    return { told: sent.filter((id) => id !== undefined).length };
  },
});

/** The tickets given out on a day, by hand or by a rule, in the order they came in. */
async function ticketsOf(projectId: string, day: string) {
  const keys: { ticketId: string }[] = [];
  for await (const { ticketId } of Dispatched.all("table", [projectId, "dayCheck", day], { begins: "tkt_" }))
    keys.push({ ticketId });
  const all = [...(await Ticket.batch(keys)), ...(await newOn(projectId, day))];
  const tickets = [...new Map(all.map((ticket) => [ticket.ticketId, ticket])).values()];
  return tickets.sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
}

/** Those that were registered and given out on that day: found by their time, as nothing was noted of each. */
async function newOn(projectId: string, day: string): Promise<TicketItem[]> {
  const zone = await tenantZone();
  const [from, to] = [eveningOf(daysAfter(day, -1), zone), eveningOf(day, zone)];
  const found: TicketItem[] = [];
  for (const state of states.filter((one) => one !== "void")) {
    const between = [`${state}#${firstIdAt("ticket", from)}`, `${state}#${firstIdAt("ticket", to)}`] as const;
    for await (const ticket of Ticket.all("gsi1", [projectId, "ticket"], { between }))
      if (ticket.routed || (ticket.givenOutAt && ticket.givenOutAt < to)) found.push(ticket);
  }
  return found;
}

/** The schedule of evening checks; running it twice tells nothing twice. */
export const sweepDayChecks = () => sweep("dayCheck", takeOf);

function takeOf({ pk }: DueKey) {
  const [, projectId = "", , day = ""] = pk.split("#");
  return takeCheck({ projectId, day });
}
