import * as z from "zod";
import { allShares, callbackShares } from "../callback/policy";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

export const locales = ["zh-CN", "en"] as const;
export const locale = z.enum(locales);
export type Locale = z.output<typeof locale>;

/** A firm. `zone` is the zone of its local days and months. */
export const tenantSchema = z.object({
  tenantId: idOf("tenant"),
  name: z.string().trim().min(2).max(60),
  locale,
  zone: z.string().default("Asia/Shanghai"),
  /** SMS signature, without the brackets. */
  signature: z.string().max(20).default(""),
  callbackHours: z.int().min(1).max(168).default(24),
  /** Percent of each kind's completions that are called back; complaints and paid work always are. */
  callbackShares: callbackShares.default(allShares),
  /** Percent of the called back whom headquarters calls once more; of paid work it calls all. */
  secondCallbackShare: z.int().min(1).max(100).default(10),
  createdAt: instant,
});

export const Tenant = entity({
  name: "tenant",
  schema: tenantSchema,
  key: (_: { tenantId?: string }) => [["tenant"], "tenant"],
});
