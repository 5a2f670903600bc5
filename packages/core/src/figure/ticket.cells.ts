import { monthOf } from "../clock";
import { isOpen } from "../ticket/states";
import { type Completion, Ticket, type TicketItem } from "../ticket/ticket.entity";
import { brokenDown } from "./breakdown";
import type { Contributor } from "./contributors";
import { type Cell, type ColumnOf, cell } from "./sheet";

/** "24 h" of the callback figure is its definition; a tenant's own promise moves the due time, not this. */
const callbackMs = 24 * 3_600_000;

type Count = (at: string, column: ColumnOf<"service">, holds?: boolean) => Cell[];

/**
 * What one ticket adds to its project's service sheets (figures.md, Service); void and duplicate ones nothing.
 * Everything follows from the record alone, never from the moment of counting:
 * - by month of registration: created, closed of them; complaints – each one registered is accepted – and closed;
 * - by month in which a clock runs out: due, as soon as the clock started, and on time, once it was kept. Each
 *   round of work has its own completion clock; being on site and answering a complaint are those of the last round.
 *   What is done needs neither verifying, nor going there, nor answering any more: done in time is on time;
 * - by month of completion, each completion: callback wanted, reached within 24 h, reached, satisfied;
 * - by month of the last completion, tickets that stand done: completed, repairs, repairs repeated;
 * - by month of the last closing: tickets that were closed, and those of them that were reopened in their life.
 * Some of it once more by the ticket's category, by the trade that has it and by the hour it came in (breakdown.ts).
 */
export const ticketCells: Contributor = {
  kind: "ticket",
  cells: (record, zone) => cellsOf(record as unknown as TicketItem, zone),
  records: async function* (projectId) {
    for await (const ticket of Ticket.all("gsi1", [projectId, "ticket"]))
      yield { ...ticket, ...Ticket.key(ticket) };
  },
};

function cellsOf(ticket: TicketItem, zone: string): Cell[] {
  if (ticket.state === "void") return [];
  const count: Count = (at, column, holds = true) => {
    const [year = "", month = ""] = monthOf(at, zone).split("-");
    return holds ? [cell("service", year, ticket.projectId, month, column)] : [];
  };
  const cells = [
    ...registration(ticket, count),
    ...clocks(ticket, count),
    ...standing(ticket, count),
    ...ticket.completions.flatMap((completion) => callback(completion, count)),
  ];
  return [...cells, ...brokenDown(cells, ticket, zone)];
}

function registration({ createdAt, state, kind }: TicketItem, count: Count): Cell[] {
  const closed = state === "closed";
  const complaint = kind === "complaint";
  return [
    ...count(createdAt, "created"),
    ...count(createdAt, "closedOfCreated", closed),
    ...count(createdAt, "complaints", complaint),
    ...count(createdAt, "complaintsClosed", complaint && closed),
  ];
}

function clocks(ticket: TicketItem, count: Count): Cell[] {
  const { respondedAt, responseDueAt, completions, completionDueAt, state } = ticket;
  return [
    ...count(responseDueAt, "responseDue"),
    ...count(responseDueAt, "responseOnTime", respondedAt !== undefined && respondedAt <= responseDueAt),
    ...count(completionDueAt, "completionDue", isOpen(state)),
    ...completions.flatMap(({ dueAt, onTime }) => [
      ...count(dueAt, "completionDue"),
      ...count(dueAt, "completionOnTime", onTime),
    ]),
    ...laterClocks(ticket, count),
  ];
}

function laterClocks(ticket: TicketItem, count: Count): Cell[] {
  const { verifiedDueAt, verifiedAt, onSiteDueAt, onSiteAt, startedAt, answerDueAt, answeredAt } = ticket;
  const { state, completions } = ticket;
  const firstDone = completions[0]?.completedAt;
  const lastDone = isOpen(state) ? undefined : completions.at(-1)?.completedAt;
  const kept = (dueAt: string, ...ends: (string | undefined)[]) =>
    ends.some((end) => end !== undefined && end <= dueAt);
  return [
    ...(verifiedDueAt
      ? [
          ...count(verifiedDueAt, "verifiedDue"),
          ...count(verifiedDueAt, "verifiedOnTime", kept(verifiedDueAt, verifiedAt, firstDone)),
        ]
      : []),
    ...(onSiteDueAt
      ? [
          ...count(onSiteDueAt, "onSiteDue"),
          ...count(onSiteDueAt, "onSiteOnTime", kept(onSiteDueAt, onSiteAt, startedAt, lastDone)),
        ]
      : []),
    ...(answerDueAt
      ? [
          ...count(answerDueAt, "answeredDue"),
          ...count(answerDueAt, "answeredOnTime", kept(answerDueAt, answeredAt, lastDone)),
        ]
      : []),
  ];
}

function standing(ticket: TicketItem, count: Count): Cell[] {
  const { state, kind, repeatedBy, completions, closedAt, reopenedCount } = ticket;
  const last = completions.at(-1)?.completedAt;
  const repair = kind === "repair";
  return [
    ...(last && !isOpen(state)
      ? [
          ...count(last, "completed"),
          ...count(last, "repairsCompleted", repair),
          ...count(last, "repairsRepeated", repair && repeatedBy.length > 0),
        ]
      : []),
    ...(closedAt ? [...count(closedAt, "closed"), ...count(closedAt, "reopened", reopenedCount > 0)] : []),
  ];
}

function callback(completion: Completion, count: Count): Cell[] {
  const { callbackWanted, completedAt, reachedAt, satisfied } = completion;
  if (!callbackWanted) return [];
  const reached = reachedAt !== undefined;
  const inTime = reached && Date.parse(reachedAt) - Date.parse(completedAt) <= callbackMs;
  return [
    ...count(completedAt, "callbackWanted"),
    ...count(completedAt, "callbackIn24h", inTime),
    ...count(completedAt, "callbackReached", reached),
    ...count(completedAt, "callbackSatisfied", satisfied === true),
  ];
}
