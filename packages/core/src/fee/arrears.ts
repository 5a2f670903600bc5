import * as z from "zod";
import { dateOf, isoNow, localDate } from "../clock";
import { pausedHouses } from "../complaint/pausing";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import type { AccountItem } from "./account";
import { accountSchema, FeeAccount } from "./account.entity";
import { type Debtor, debtor, sumOf } from "./terms";

/** What a house owes now; fen. Overdue is what was due before today (local). `credit` is its prepayment. */
export const arrearsSchema = z.object({
  houseId: idOf("house"),
  outstanding: z.int(),
  overdue: z.int(),
  credit: z.int(),
  oldestDueOn: localDate.optional(),
  bills: accountSchema.shape.open,
});
export type Arrears = z.output<typeof arrearsSchema>;

const today = async () => dateOf(isoNow(), await tenantZone());

const view = (account: AccountItem, date: string): Omit<Arrears, "houseId"> => ({
  outstanding: account.owed,
  overdue: sumOf(account.open.filter(({ dueOn }) => dueOn < date).map(({ outstanding }) => outstanding)),
  credit: account.credit,
  oldestDueOn: account.oldestDueOn,
  bills: account.open,
});

/**
 * What a house's residents (or, unsold, its developer) owe: one small read, however many bills there are. The caller
 * sees to it that the actor may see the house.
 */
export async function arrearsOfHouse(houseId: string, of: Debtor = "resident"): Promise<Arrears> {
  const account = await FeeAccount.get({ houseId, debtor: of });
  if (!account) return { houseId, outstanding: 0, overdue: 0, credit: 0, bills: [] };
  return { houseId, ...view(account, await today()) };
}

/** What a house owes and has in hand. */
export const getArrears = verb({
  name: "fee.getArrears",
  may: "fee.read",
  input: z.strictObject({ houseId: idOf("house"), debtor: debtor.default("resident") }),
  output: arrearsSchema,
  run: async ({ houseId, debtor: of }) => {
    await needHouse(houseId);
    return arrearsOfHouse(houseId, of);
  },
});

/**
 * Who owes in a project: the largest debt first, or the longest overdue first (those not yet overdue last). For
 * members who collect; never shown to residents, never posted.
 */
export const listOwing = verb({
  name: "fee.listOwing",
  may: "fee.read",
  input: z.strictObject({
    projectId: idOf("project"),
    debtor: debtor.default("resident"),
    sort: z.enum(["amount", "age"]).default("amount"),
    ...pageInput,
  }),
  output: z.object({
    items: z.array(
      arrearsSchema.omit({ bills: true }).extend({
        ...{ houseCode: z.string(), debtor, bills: z.int() },
        /** It is not dunned now: a complaint of its about service is open. */
        paused: z.boolean(),
      }),
    ),
    cursor: z.string().optional(),
  }),
  run: async ({ projectId, debtor: of, sort, ...request }) => {
    await needProject(projectId);
    const [date, paused] = await Promise.all([today(), pausedHouses(projectId)]);
    const page =
      sort === "amount"
        ? await FeeAccount.query("gsi1", [projectId, "owing", of], { ...request, reverse: true })
        : await FeeAccount.query("gsi2", [projectId, "owingSince", of], request);
    const items = page.items.map((account) => ({
      ...view(account, date),
      houseId: account.houseId,
      houseCode: account.houseCode,
      debtor: account.debtor,
      bills: account.open.length,
      paused: paused.has(account.houseId),
    }));
    return { items, cursor: page.cursor };
  },
});
