import * as z from "zod";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Allocation, allocationSchema } from "./allocation.entity";
import { Bill, billSchema, billStatuses } from "./bill.entity";
import { Payment } from "./payment.entity";
import { feeMonth } from "./terms";

const page = z.object({ items: z.array(billSchema), cursor: z.string().optional() });

/** Bills of a project and month, by status and house. */
export const listBills = verb({
  name: "fee.listBills",
  may: "fee.read",
  input: z.strictObject({
    projectId: idOf("project"),
    period: feeMonth,
    status: z.enum(billStatuses).optional(),
    ...pageInput,
  }),
  output: page,
  run: async ({ projectId, period, status, ...request }) => {
    await needProject(projectId);
    const begins = status ? `${period}#${status}#` : `${period}#`;
    return Bill.query("gsi2", [projectId, "bill"], { ...request, begins });
  },
});

/** Bills of a house, the latest month first. */
export const listHouseBills = verb({
  name: "fee.listHouseBills",
  may: "fee.read",
  input: z.strictObject({ houseId: idOf("house"), ...pageInput }),
  output: page,
  run: async ({ houseId, ...request }) => {
    await needHouse(houseId);
    return Bill.query("gsi1", [houseId, "bill"], { ...request, reverse: true });
  },
});

/** An allocation as a bill shows it: with the number of the receipt that its money came by. */
const receipted = allocationSchema.extend({ receipt: z.string().optional() });

/** One bill with all its allocations, oldest first. */
export const getBill = verb({
  name: "fee.getBill",
  may: "fee.read",
  input: z.strictObject({ billId: idOf("bill") }),
  output: billSchema.extend({ allocations: z.array(receipted) }),
  run: async ({ billId }) => {
    const bill = await Bill.need({ billId });
    needReach(bill.projectId);
    const { items } = await Allocation.query("table", [billId], { begins: "allocation#", limit: 500 });
    const receipts = await receiptsOf(items);
    const allocations = items.map((one) => ({ ...one, receipt: receipts.get(one.paymentId ?? "") }));
    return { ...bill, allocations };
  },
});

/** The receipts' numbers of the payments that allocations name. A number never changes. */
async function receiptsOf(allocations: readonly { paymentId?: string }[]): Promise<Map<string, string>> {
  const keys = allocations.flatMap(({ paymentId }) => (paymentId ? [{ paymentId }] : []));
  const payments = await Payment.batch(keys, { consistent: false });
  return new Map(payments.map(({ paymentId, number }) => [paymentId, number]));
}
