import * as z from "zod";
import { entity } from "../table/entity";
import { calendarSchema } from "./calendar";

/** A calendar that a firm ("firm") or one of its projects (the id) set for itself. */
export const OwnCalendar = entity({
  name: "calendar",
  schema: z.object({ scope: z.string(), calendar: calendarSchema }),
  key: (key: { scope: string }) => [["calendar"], key.scope],
});
export const firmScope = "firm";
