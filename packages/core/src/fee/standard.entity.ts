import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { feeMonth, item, reason } from "./terms";

/** What an item costs in a project from a month on: fen per m² and month. 0 ends the charge. */
export const standardSchema = z.object({
  standardId: idOf("chargeStandard"),
  projectId: idOf("project"),
  item,
  fenPerM2: z.int().min(0).max(1_000_000),
  from: feeMonth,
  /** The approval it stands on: the contract, the owners' decision, its date. */
  approval: reason,
  by: z.string(),
  createdAt: instant,
  withdrawn: z.object({ at: instant, by: z.string(), reason }).optional(),
});

/** A project's standards lie together in order of item and month. */
export const ChargeStandard = entity({
  name: "chargeStandard",
  schema: standardSchema,
  key: (key: { projectId: string; item: string; from: string; standardId: string }) => [
    [key.projectId, "fee"],
    `standard#${key.item}#${key.from}#${key.standardId}`,
  ],
});
