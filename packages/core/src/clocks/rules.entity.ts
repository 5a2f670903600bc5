import * as z from "zod";
import { entity } from "../table/entity";
import { ruleSchema } from "./rule";

export const mostRules = 200;

/** The clocks that a firm ("firm") or one of its projects (the id) set for itself. */
export const OwnRules = entity({
  name: "clockRules",
  schema: z.object({ scope: z.string(), rules: z.array(ruleSchema).max(mostRules) }),
  key: (key: { scope: string }) => [["clockRules"], key.scope],
});
