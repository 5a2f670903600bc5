import { monthOf, plus, startOfDate } from "../clock";
import { firstIdAt } from "../id";
import type { projectsInReach } from "../project/index";
import { states } from "../ticket/states";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import type { ReportList } from "./words";

export type Project = Awaited<ReturnType<typeof projectsInReach>>[number];

/** Void ones are in nothing that is reported (figures.md, Service). */
const reported = states.filter((state) => state !== "void");

/**
 * The tickets of a project that a month's report lists, in the order of their numbers: those registered in the local
 * month, or those whose paid work was done in it.
 */
export async function ticketsOf(projectId: string, month: string, zone: string, list: ReportList) {
  const found: TicketItem[] = [];
  for (const state of reported)
    for await (const ticket of Ticket.all("gsi1", [projectId, "ticket"], {
      ...idsOf(state, month, zone, list),
      consistent: false,
    }))
      if (list === "all" || paidIn(ticket, month, zone)) found.push(ticket);
  return found.sort((a, b) => (a.ticketId < b.ticketId ? -1 : 1));
}

/** Paid work may have been done long after it was asked for: then all tickets of the last year are looked through. */
const yearDays = 366;

function idsOf(state: string, month: string, zone: string, list: ReportList) {
  const begin = startOfDate(`${month}-01`, zone);
  const end = startOfDate(nextMonth(month), zone);
  const since = list === "paid" ? plus(begin, { days: -yearDays }) : begin;
  return {
    between: [`${state}#${firstIdAt("ticket", since)}`, `${state}#${firstIdAt("ticket", end)}`] as const,
  };
}

const nextMonth = (month: string) => {
  const [year = 0, of = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of, 1)).toISOString().slice(0, 10);
};

/** The completion that stands, if the resident paid for it and it was done in the month. */
const paidIn = ({ completions }: TicketItem, month: string, zone: string) =>
  completions.some(
    ({ paid, completedAt, reopenedAt }) => paid && !reopenedAt && monthOf(completedAt, zone) === month,
  );
