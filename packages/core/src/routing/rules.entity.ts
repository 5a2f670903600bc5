import * as z from "zod";
import { recent } from "../recent";
import { entity } from "../table/entity";
import { type Rule, ruleSchema } from "./rule";

export const mostRules = 100;

/** All rules of a firm in their order: one item. */
export const RoutingRules = entity({
  name: "routingRules",
  schema: z.object({ rules: z.array(ruleSchema).max(mostRules) }),
  key: (_: { tenantId?: string }) => [["routing"], "rules"],
});

const kept = recent<readonly Rule[]>(async () => (await RoutingRules.get({}))?.rules ?? []);

/** The acting tenant's rules, at most a minute old: registering a ticket does not read them anew each time. */
export const routingRules = () => kept.of("");

/** Lets the next reading see what was just set. */
export const forgetRules = kept.forget;
