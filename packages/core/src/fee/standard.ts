import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { conflict, notFound } from "../error";
import { idOf, newId } from "../id";
import type { ItemOf } from "../table/entity";
import { verb } from "../verb";
import { linesLimit } from "./bill.entity";
import { bookOf, writeBook } from "./book";
import { ChargeStandard, standardSchema } from "./standard.entity";
import { reason } from "./terms";

type StandardItem = ItemOf<typeof ChargeStandard>;
type Dated = Pick<StandardItem, "item" | "from" | "withdrawn">;

/** All standards of a project, withdrawn ones included, in order of item and month. */
export async function standardsOf(projectId: string): Promise<StandardItem[]> {
  const found = [];
  for await (const standard of ChargeStandard.all("table", [projectId, "fee"], { begins: "standard#" }))
    found.push(standard);
  return found;
}

/** The standards in force in a month: of each item the last that had begun by then, so never two. */
export function inForce<S extends Dated>(standards: readonly S[], period: string): S[] {
  const latest = new Map<string, S>();
  for (const standard of standards) {
    if (standard.withdrawn || standard.from > period) continue;
    const known = latest.get(standard.item);
    if (!known || standard.from > known.from) latest.set(standard.item, standard);
  }
  return [...latest.values()].sort((a, b) => (a.item < b.item ? -1 : 1));
}

/** The months billed already in which a standard is, or would be, in force. */
export function billedUnder(standard: Dated, standards: readonly Dated[], billed: readonly string[]) {
  const next = standards
    .filter((other) => !other.withdrawn && other.item === standard.item && other.from > standard.from)
    .map((other) => other.from)
    .sort()[0];
  return billed.filter((period) => period >= standard.from && (next === undefined || period < next)).sort();
}

/** The standards of a project, those to come and those withdrawn included. */
export const listStandards = verb({
  name: "fee.listStandards",
  may: "fee.read",
  input: z.strictObject({ projectId: idOf("project") }),
  output: z.object({ items: z.array(standardSchema) }),
  run: async ({ projectId }) => {
    await bookOf(projectId);
    return { items: await standardsOf(projectId) };
  },
});

/**
 * A standard from a month on. It ends the one before it and never reaches back into months that have been billed:
 * bills of earlier months stand as they were made.
 */
export const createStandard = verb({
  name: "fee.createStandard",
  may: "fee.manage",
  input: z.strictObject({
    projectId: idOf("project"),
    ...standardSchema.pick({ item: true, fenPerM2: true, from: true, approval: true }).shape,
  }),
  output: standardSchema,
  run: async (input, work) => {
    const { projectId } = input;
    const book = await bookOf(projectId);
    const others = await standardsOf(projectId);
    if (others.some((one) => !one.withdrawn && one.item === input.item && one.from === input.from))
      throw conflict("A standard for this item begins in that month already", "from");
    const items = new Set(others.filter((one) => !one.withdrawn).map(({ item }) => item));
    if (items.size >= linesLimit && !items.has(input.item))
      throw conflict(`A project charges at most ${linesLimit} items`, "item");
    refuseBilled(billedUnder(input, others, Object.keys(book.billed)));
    writeBook(work, book, {});
    const standardId = newId("chargeStandard");
    work.about(standardId, projectId, {
      item: input.item,
      fenPerM2: input.fenPerM2,
      from: input.from,
    });
    return work.create(ChargeStandard, {
      ...input,
      standardId,
      by: actorRef(useActor()),
      createdAt: work.now,
    });
  },
});

/** Takes back a standard that no bill was made by: a slip of the pen, a decision overturned. It stays on record. */
export const withdrawStandard = verb({
  name: "fee.withdrawStandard",
  may: "fee.manage",
  input: z.strictObject({ projectId: idOf("project"), standardId: idOf("chargeStandard"), reason }),
  output: standardSchema,
  run: async ({ projectId, standardId, reason: why }, work) => {
    const book = await bookOf(projectId);
    const all = await standardsOf(projectId);
    const standard = all.find((one) => one.standardId === standardId);
    if (!standard) throw notFound();
    if (standard.withdrawn) throw conflict("This standard has been withdrawn already");
    refuseBilled(billedUnder(standard, all, Object.keys(book.billed)));
    writeBook(work, book, {});
    work.about(standardId, projectId, { reason: why });
    const withdrawn = { at: work.now, by: actorRef(useActor()), reason: why };
    return work.patch(ChargeStandard, standard, { withdrawn });
  },
});

function refuseBilled(periods: readonly string[]) {
  if (periods.length === 0) return;
  throw conflict(
    `Bills have been made for ${periods.slice(-3).join(", ")}; earlier months never change`,
    "from",
  );
}
