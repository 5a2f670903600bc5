import * as z from "zod";
import { categoryTree } from "../category/current";
import { isoNow, month } from "../clock";
import { badRequest, notFound } from "../error";
import { compare } from "../figure/compare";
import type { rowView } from "../figure/compare-row";
import { idOf } from "../id";
import { projectsInReach } from "../project/index";
import { type Locale, locale, Tenant } from "../tenant/tenant.entity";
import type { OrderItem } from "../ticket/order.entity";
import type { TicketItem } from "../ticket/ticket.entity";
import { type ReportRow, rowOf, type Setting } from "./columns";
import { ordersOf } from "./materials";
import { serviceCells, serviceOf } from "./service";
import { ticketsOf } from "./tickets";
import { type ReportList, reportLists } from "./words";

export const reportInput = z.strictObject({
  month,
  /** One project; all that the member works in without it. */
  projectId: idOf("project").optional(),
  list: z.enum(reportLists).default("all"),
  locale: locale.optional(),
});

/** A report before it is put on a sheet or on paper. */
export type Report = {
  month: string;
  list: ReportList;
  locale: Locale;
  zone: string;
  firm: string;
  /** The project's name; undefined for all. */
  project?: string;
  rows: ReportRow[];
  service: z.output<typeof rowView>["service"];
  /** When it was made. */
  at: string;
};

/** So many tickets are looked into at once. */
const atOnce = 16;
const inPieces = (all: readonly TicketItem[]) =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) => all.slice(i * atOnce, (i + 1) * atOnce));

async function lineOf(
  ticket: TicketItem,
  orders: readonly OrderItem[],
  list: ReportList,
  setting: Setting,
): Promise<ReportRow> {
  const row = rowOf(ticket, orders, setting);
  if (list === "all") return row;
  return { ...row, ...serviceCells(await serviceOf(ticket.ticketId), setting) };
}

/**
 * Gathers a month's report: a row a ticket, and the service figures of the month as they are kept, so that both say the
 * same as the comparison. Throws `not_found` for a project out of reach, `bad_request` for more rows than `most`.
 */
export async function readReport(input: z.output<typeof reportInput>, most: number): Promise<Report> {
  const { month: of, projectId, list } = input;
  const [{ name: firm, zone, locale: usual }, categories, reached] = await Promise.all([
    Tenant.need({}),
    categoryTree(),
    projectsInReach(),
  ]);
  const projects = projectId ? reached.filter((one) => one.projectId === projectId) : reached;
  if (projectId && projects.length === 0) throw notFound();
  const chosen = input.locale ?? usual;
  const [rows, now]: [ReportRow[], string] = [[], isoNow()];
  for (const { projectId: id, name: projectName } of projects) {
    const setting = { locale: chosen, zone, categories, projectName, now };
    const all = await ticketsOf(id, of, zone, list);
    if (rows.length + all.length > most)
      throw badRequest(`More than ${most} tickets; choose one project`, "projectId");
    const orders = await ordersOf(all);
    const line = (one: TicketItem) => lineOf(one, orders.get(one.ticketId) ?? [], list, setting);
    for (const tickets of inPieces(all)) rows.push(...(await Promise.all(tickets.map(line))));
  }
  const { projects: compared, total } = await compare({ period: of });
  const own = projectId ? compared.find((one) => one.projectId === projectId) : total;
  return {
    ...{ month: of, list, locale: chosen, zone, firm, rows, at: now },
    ...{ project: projectId && projects[0]?.name, service: (own ?? total).service },
  };
}
