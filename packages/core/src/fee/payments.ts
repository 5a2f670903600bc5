import * as z from "zod";
import { notFound } from "../error";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Allocation, allocationSchema } from "./allocation.entity";
import { Payment, paymentSchema } from "./payment.entity";

const page = z.object({ items: z.array(paymentSchema), cursor: z.string().optional() });

/** Payments of a project, the latest received first. */
export const listPayments = verb({
  name: "fee.listPayments",
  may: "fee.read",
  input: z.strictObject({ projectId: idOf("project"), ...pageInput }),
  output: page,
  run: async ({ projectId, ...request }) => {
    await needProject(projectId);
    return Payment.query("gsi2", [projectId, "payment"], { ...request, reverse: true });
  },
});

/** Payments of a house, the latest received first. */
export const listHousePayments = verb({
  name: "fee.listHousePayments",
  may: "fee.read",
  input: z.strictObject({ houseId: idOf("house"), ...pageInput }),
  output: page,
  run: async ({ houseId, ...request }) => {
    await needHouse(houseId);
    return Payment.query("gsi1", [houseId, "payment"], { ...request, reverse: true });
  },
});

/** One payment with everything that was ever allocated of it, oldest first. */
export const getPayment = verb({
  name: "fee.getPayment",
  may: "fee.read",
  input: z.strictObject({ paymentId: idOf("payment") }),
  output: paymentSchema.extend({ allocations: z.array(allocationSchema) }),
  run: async ({ paymentId }) => {
    const payment = await Payment.get({ paymentId });
    if (!payment) throw notFound();
    needReach(payment.projectId);
    const { items } = await Allocation.query("gsi2", [paymentId, "allocation"], { limit: 500 });
    return { ...payment, allocations: items };
  },
});
