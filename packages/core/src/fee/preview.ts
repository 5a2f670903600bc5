import * as z from "zod";
import { daysAfter, isoNow, localDate, monthOf } from "../clock";
import { badRequest } from "../error";
import { House } from "../house/house.entity";
import { idOf } from "../id";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { charge } from "./bill";
import { Bill } from "./bill.entity";
import { bookOf } from "./book";
import { inForce, standardsOf } from "./standard";
import { standardSchema } from "./standard.entity";
import { feeMonth, lastDayOf, monthsAfter } from "./terms";

/** So many house codes are named where something is missing. */
const named = 50;

/** What a run would do now; sums in fen. */
export const previewSchema = z.object({
  period: feeMonth,
  dueOn: localDate,
  /** The standards in force in the month; none: nothing can be billed. */
  standards: z.array(standardSchema.pick({ standardId: true, item: true, fenPerM2: true })),
  houses: z.int(),
  bills: z.int(),
  sum: z.int(),
  /** Of these, for the developer of unsold houses. */
  developerBills: z.int(),
  developerSum: z.int(),
  alreadyBilled: z.int(),
  /** Houses that no standard prices. */
  withoutStandard: z.int(),
  /** Houses whose area is missing or so small that price × area comes to nothing, and the codes of the first. */
  withoutArea: z.int(),
  withoutAreaCodes: z.array(z.string()),
});
export type Preview = z.output<typeof previewSchema>;

export const runInput = {
  projectId: idOf("project"),
  period: feeMonth,
  /** The last day of the month and the project's days after it, by default. */
  dueOn: localDate.optional(),
};
type Asked = { projectId: string; period: string; dueOn?: string };

/** Counts what a run would make, without making it. Reads every house: for a preview and the start of a run. */
export async function previewOf({ projectId, period, dueOn }: Asked): Promise<Preview> {
  const book = await bookOf(projectId);
  await refuseFarMonth(period);
  const standards = inForce(await standardsOf(projectId), period);
  const billed = await billedHouses(projectId, period);
  const preview = {
    period,
    dueOn: dueOn ?? daysAfter(lastDayOf(period), book.dueDays),
    standards,
    ...{ houses: 0, bills: 0, sum: 0, developerBills: 0, developerSum: 0 },
    ...{ alreadyBilled: 0, withoutStandard: 0, withoutArea: 0 },
    withoutAreaCodes: [] as string[],
  };
  for await (const house of House.all("gsi1", [projectId, "house"])) {
    preview.houses++;
    if (billed.has(house.houseId)) preview.alreadyBilled++;
    else if (standards.every((standard) => standard.fenPerM2 === 0)) preview.withoutStandard++;
    else count(preview, house, charge(house, standards).amount);
  }
  if (preview.dueOn < `${period}-01`) throw badRequest("dueOn: before the month it is for", "dueOn");
  return preview;
}

function count(preview: Preview, house: { code: string; occupancy: string }, amount: number) {
  if (amount === 0) {
    preview.withoutArea++;
    if (preview.withoutAreaCodes.length < named) preview.withoutAreaCodes.push(house.code);
    return;
  }
  preview.bills++;
  preview.sum += amount;
  if (house.occupancy !== "unsold") return;
  preview.developerBills++;
  preview.developerSum += amount;
}

async function billedHouses(projectId: string, period: string) {
  const houses = new Set<string>();
  for await (const bill of Bill.all("gsi2", [projectId, "bill"], { begins: `${period}#` }))
    if (bill.origin !== "service") houses.add(bill.houseId);
  return houses;
}

/** A month typed wrong by a year or more would bill the wrong thing to everybody. */
async function refuseFarMonth(period: string) {
  const now = monthOf(isoNow(), await tenantZone());
  if (period > monthsAfter(now, 13) || period < monthsAfter(now, -60))
    throw badRequest("period: more than 13 months ahead or 5 years back", "period");
}

/** What a run would make, before anybody confirms it. */
export const previewRun = verb({
  name: "fee.previewRun",
  may: "fee.manage",
  input: z.strictObject(runInput),
  output: previewSchema,
  run: previewOf,
});
