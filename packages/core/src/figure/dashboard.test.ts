import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { readRows } from "../importing/index";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { assignTicket, completeTicket } from "../ticket/index";
import { completion, storeIn } from "../ticket/made.testing";
import { Ticket } from "../ticket/ticket.entity";
import { Breakdown } from "./breakdown.entity";
import { compare } from "./compare";
import { dashboard } from "./dashboard";
import { dashboardXlsx } from "./dashboard-xlsx";
import { drill } from "./drill";
import { fold } from "./fold";
import type { Rate } from "./rate";
import { recount } from "./recount";

ownDatabase();
const month = "2026-11";
// A Monday; 01:30 in UTC is half past nine in Shanghai.
const start = "2026-11-02T01:30:00.000Z";
let cast: Cast;

/** Leaks on Monday morning, a lift that was done on Tuesday evening, and a complaint elsewhere in the firm. */
beforeAll(async () => {
  cast = await mintCast();
  const at = (hours: number) => plus(start, { hours });
  for (const hours of [0, 0.1]) await asIfAt(at(hours), () => report(cast));
  const { ticketId } = await asIfAt(at(34), () => report(cast, { category: "lift" }));
  await asIfAt(at(35), () =>
    withActor(cast.desk, async () => {
      await assignTicket({ ticketId, trade: "engineering" });
      await completeTicket({ ticketId, note: "好了" });
    }),
  );
  const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
  await asIfAt(at(36), () => report(cast, { ...there, kind: "complaint", category: "service" }));
  await recount(cast.tenantId, { repair: true });
});

type Actor = Cast["desk"];
const seen = (actor: Actor, projectId?: string) => withActor(actor, () => dashboard({ month, projectId }));

describe("a month's dashboard", () => {
  it("tells service apart by category, trade, weekday and hour", async () => {
    const { categories, trades, heat, total, projects } = await seen(cast.headquarters);
    expect(categories.map(({ kind, category, created }) => [kind, category, created])).toEqual([
      ["repair", "leak", 2],
      ["repair", "lift", 1],
      ["complaint", "service", 1],
    ]);
    expect(categories[1]).toMatchObject({
      completionOnTime: { numerator: 1, denominator: 1 },
      repeatRepair: { numerator: 0, denominator: 1 },
      reopened: null,
    });
    expect(trades.filter(({ created }) => created > 0).map(({ trade, created }) => [trade, created])).toEqual(
      [
        ["engineering", 1],
        ["none", 3],
      ],
    );
    expect(heat[0]?.[9]).toBe(2);
    expect(heat[1]?.[19]).toBe(1);
    expect(heat.flat().reduce((sum, one) => sum + one, 0)).toBe(4);
    expect(total.created).toBe(4);
    expect(projects.map(({ created }) => created).sort()).toEqual([1, 3]);
  });

  it("says the same of the projects as the comparison", async () => {
    const both = await withActor(cast.headquarters, () => compare({ period: month }));
    const { total, projects, asOf } = await seen(cast.headquarters);
    expect(total).toEqual(both.total.service);
    expect(projects).toEqual(
      both.projects.map(({ projectId, name, service }) => ({ projectId, name, ...service })),
    );
    expect(asOf).not.toBeNull();
  });

  it("is of the projects one works in, or of one of them", async () => {
    const { total, projects, categories } = await seen(cast.manager);
    expect([total.created, projects.length]).toEqual([3, 1]);
    expect(categories.map(({ category }) => category)).toEqual(["leak", "lift"]);
    expect((await seen(cast.headquarters, cast.other.projectId)).total.created).toBe(1);
    const unknown = { code: "not_found" };
    await expect(seen(cast.manager, cast.other.projectId)).rejects.toMatchObject(unknown);
    await expect(seen((await mintCast()).headquarters, cast.projectId)).rejects.toMatchObject(unknown);
    await expect(seen(cast.desk)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is empty where nothing was registered", async () => {
    const none = await withActor(cast.headquarters, () => dashboard({ month: "2025-01" }));
    expect(none).toMatchObject({ categories: [], closed: false, total: { created: 0, completion: null } });
    expect(none.heat.flat().every((one) => one === 0)).toBe(true);
  });
});

describe("as a spreadsheet", () => {
  type Asked = Parameters<typeof dashboardXlsx>[0];
  async function sheetsOf(asked: Asked, actor = cast.headquarters) {
    const { bytes, fileName } = await withActor(actor, () => dashboardXlsx({ month, ...asked }));
    const sheets: Record<string, unknown[][]> = {};
    for await (const { sheet, cells } of readRows(bytes)) sheets[sheet] = [...(sheets[sheet] ?? []), cells];
    return { fileName, sheets };
  }
  /** A sheet's lines, each by its headings. */
  const lines = ([headings = [], ...rows]: unknown[][] = []) =>
    rows.map((row) => Object.fromEntries(headings.map((name, at) => [name, row[at] ?? null])));
  const shares = (name: string, [numerator, denominator]: [string, string], rate: Rate | null) => ({
    [name]: rate && rate.numerator / rate.denominator,
    [`${name} · ${numerator}`]: rate?.numerator ?? null,
    [`${name} · ${denominator}`]: rate?.denominator ?? null,
  });

  it("has the page's numbers, a sheet for each way they are told apart", async () => {
    const view = await seen(cast.headquarters);
    const { fileName, sheets } = await sheetsOf({ locale: "en" });
    expect(fileName).toBe("Ticket figures-2026-11.xlsx");
    const tickets = (one: { created: number }) => ({ Tickets: one.created });
    const late = (one: { completionOnTime: Rate | null }) =>
      shares("Completion on time", ["Done on time", "Completions due"], one.completionOnTime);
    const projects = lines(sheets["By project"]);
    expect(projects).toMatchObject(
      [...view.projects, { name: "Total", ...view.total }].map((one) => ({
        Project: one.name,
        ...tickets(one),
        ...late(one),
      })),
    );
    expect(lines(sheets["By category"])).toMatchObject(
      view.categories.map((one) => ({ ...tickets(one), ...late(one) })),
    );
    expect(lines(sheets["By category"])[0]).toMatchObject({ Kind: "Repair", Category: "Leak or damp" });
    expect(lines(sheets["By trade"])).toMatchObject(
      view.trades.map((one) => ({ ...tickets(one), ...late(one) })),
    );
    const [clock] = lines(sheets["Clocks kept"]);
    expect(clock).toMatchObject({ Due: view.total.responseOnTime?.denominator });
    const [, ...days] = sheets["By weekday and hour"] ?? [];
    expect(days.map(([, ...hours]) => hours)).toEqual(view.heat);
  });

  it("is of the project asked for, in the firm's language unless another is asked for", async () => {
    const { projectId } = cast.other;
    const { fileName, sheets } = await sheetsOf({ projectId });
    const { projects, total } = await seen(cast.headquarters, projectId);
    expect(fileName).toBe(`报事统计-${projects[0]?.name}-2026-11.xlsx`);
    expect(Object.keys(sheets)).toEqual([
      "按项目",
      "时限遵守情况",
      "按类别",
      "按工种",
      "按星期和时段",
      "指标说明",
    ]);
    expect(lines(sheets.按项目).map((row) => row.报事)).toEqual([total.created, total.created]);
    await expect(sheetsOf({ projectId }, cast.manager)).rejects.toMatchObject({ code: "not_found" });
    await expect(sheetsOf({}, cast.desk)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the records behind a part of it", () => {
  const behind = (by: "category" | "trade" | "heat", part: string, figure: "created" | "completionOnTime") =>
    withActor(cast.headquarters, async () => {
      const { items } = await drill({ projectId: cast.projectId, figure, period: month, by, part });
      const sum = (side: "numerator" | "denominator") => items.reduce((all, one) => all + one[side], 0);
      return [items.length, sum("numerator"), sum("denominator")];
    });

  it("add up to its number", async () => {
    const { categories, trades, heat } = await seen(cast.headquarters, cast.projectId);
    for (const { kind, category, created, completionOnTime } of categories) {
      const part = `${kind}/${category}`;
      expect(await behind("category", part, "created")).toEqual([created, created, 0]);
      const { numerator = 0, denominator = 0 } = completionOnTime ?? {};
      expect((await behind("category", part, "completionOnTime")).slice(1)).toEqual([numerator, denominator]);
    }
    for (const { trade, created } of trades)
      expect(await behind("trade", trade, "created")).toEqual([created, created, 0]);
    expect(await behind("heat", "1/09", "created")).toEqual([heat[0]?.[9], heat[0]?.[9], 0]);
    expect(await behind("heat", "7/09", "created")).toEqual([0, 0, 0]);
  });

  it("are asked for whole, and of what is told apart so alone", async () => {
    const ask = (more: object) =>
      withActor(cast.headquarters, () => drill({ projectId: cast.projectId, figure: "completion", ...more }));
    const refused = { code: "bad_request" };
    await expect(ask({ by: "trade" })).rejects.toMatchObject(refused);
    await expect(ask({ part: "engineering" })).rejects.toMatchObject(refused);
    await expect(ask({ by: "heat", part: "1/09" })).rejects.toMatchObject(refused);
    await expect(ask({ by: "trade", part: "a#b" })).rejects.toMatchObject(refused);
    await expect(ask({ figure: "current", by: "trade", part: "none" })).rejects.toMatchObject(refused);
  });
});

it("is counted, too, where so many months change at once that they fit no transaction", async () => {
  const own = await mintCast();
  const keys = [];
  for (let year = 2005; year < 2021; year++) {
    const at = (n: number) => `${year}-0${n}-05T00:00:00.000Z`;
    const completions = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({
      ...completion,
      completedAt: at(n),
      dueAt: at(n),
    }));
    const { tenantId, projectId } = own;
    const ticketId = newId("ticket", Date.parse(at(1)));
    const times = { createdAt: at(1), completionDueAt: at(9), closedAt: at(9) };
    keys.push(
      Ticket.key(await storeIn("closed", { tenantId, projectId, ticketId, completions, ...times }), tenantId),
    );
  }
  await fold(keys);
  expect(await recount(own.tenantId)).toMatchObject({ records: 16, differences: [] });
  const months = await own.asSystem(async () => {
    const found: string[] = [];
    for await (const one of Breakdown.all("table", ["breakdown"])) found.push(one.month);
    return found;
  });
  expect(months.length).toBeGreaterThan(100);
});
