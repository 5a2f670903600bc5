import * as z from "zod";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { batchGet } from "../table/entity";
import { verb } from "../verb";
import { useTenantId } from "../context";
import { period } from "./compare";
import { Counted, parseCell } from "./counted.entity";
import { families } from "./sheet";

/** A record behind a number: what kind it is, and how much it adds. */
const entry = z.object({
  kind: z.string(),
  recordId: z.string(),
  amount: z.number(),
  /** What people know it by: a ticket's or bill's number. */
  number: z.string().optional(),
  houseId: z.string().optional(),
  houseCode: z.string().optional(),
});

const kinds = ["ticket", "bill", "allocation", "waiver"] as const;

/**
 * The records a number on a page is made of, read from the very memory the number was counted with: their amounts
 * add up to it. Answers of residents are not listed one by one: that would tell who gave them.
 */
export const drill = verb({
  name: "figure.drill",
  may: "figure.read",
  input: z.strictObject({
    projectId: idOf("project"),
    family: z.enum(["service", "collection"]),
    column: z.string().max(40),
    period,
    cursor: z.string().max(2_000).optional(),
    kind: z.enum(kinds),
  }),
  output: z.object({ items: z.array(entry), cursor: z.string().optional() }),
  run: async ({ projectId, family, column, period: of, cursor, kind }) => {
    needReach(projectId);
    const [year, month] = of.split("-");
    const wanted = new Set(month ? [month] : families[family].rows);
    const page = await Counted.query("gsi1", [projectId, "counted", kind], { cursor, limit: 200 });
    const found = page.items.flatMap((counted) => {
      const amount = Object.entries(counted.cells)
        .map(([name, value]) => parseCell(name, value))
        .filter((cell) => cell.family === family && cell.scope === year && cell.column === column && wanted.has(cell.row))
        .reduce((total, cell) => total + cell.amount, 0);
      return amount === 0 ? [] : [{ record: counted.record, sort: counted.sort, amount }];
    });
    const records = await batchGet(
      found.map(({ record, sort }) => ({ pk: `${useTenantId()}#${record}`, sk: sort })),
      false,
    );
    const items = found.map(({ record, sort, amount }) => {
      const raw = records.find(({ pk, sk }) => pk === `${useTenantId()}#${record}` && sk === sort) ?? {};
      const text = (name: string) => (typeof raw[name] === "string" ? raw[name] : undefined);
      return {
        kind,
        recordId: record.split("#")[0] ?? record,
        amount,
        number: text("number"),
        houseId: text("houseId"),
        houseCode: text("houseCode"),
      };
    });
    return { items, cursor: page.cursor };
  },
});
