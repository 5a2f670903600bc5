import * as z from "zod";
import { verb } from "../verb";
import { firmName } from "./name";
import { locale, Tenant, tenantSchema } from "./tenant.entity";

/** The firm and its settings. */
export const getTenant = verb({
  name: "tenant.get",
  may: "member.read",
  input: z.strictObject({}),
  output: tenantSchema,
  run: () => Tenant.need({}),
});

/** Changes a firm's settings. Its zone is fixed at sign-up: the days and months of its figures are made by it. */
export const changeTenant = verb({
  name: "tenant.change",
  may: "tenant.manage",
  input: z.strictObject({
    name: firmName.optional(),
    signature: z
      .string()
      .trim()
      .max(20)
      .regex(/^[^【】[\]\n\r]*$/, "without brackets")
      .optional(),
    locale: locale.optional(),
    callbackHours: tenantSchema.shape.callbackHours.unwrap().optional(),
    callbackShares: tenantSchema.shape.callbackShares.unwrap().optional(),
    secondCallbackShare: tenantSchema.shape.secondCallbackShare.unwrap().optional(),
  }),
  output: tenantSchema,
  run: async (changes, work) => {
    const tenant = await Tenant.need({});
    work.about(tenant.tenantId, undefined, changes);
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    return work.patch(Tenant, tenant, Object.fromEntries(given));
  },
});
