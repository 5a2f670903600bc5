import * as z from "zod";
import { localDate } from "../clock";
import { notFound } from "../error";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { verb } from "../verb";
import { idsOf } from "./filter";
import { states } from "./states";
import { ticketSummary } from "./summary";
import { Ticket } from "./ticket.entity";

/** A whole number, with or without the letters before it, as it is read from a note or a message. */
const typedNumber = z
  .string()
  .trim()
  .toUpperCase()
  .max(20)
  .regex(/^([A-Z]{2})?\d{8}-\d{4,}$/, "must be a number like BX20261121-0001");

/**
 * The ticket of a number. Numbers start anew every day in each project, so that one may be of several tickets of a firm,
 * and of one of a project. Throws `not_found` where there is none, for one that is hidden, too.
 */
export const getNumbered = verb({
  name: "ticket.numbered",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project"), number: typedNumber }),
  output: ticketSummary,
  run: async ({ projectId, number }) => {
    await needProject(projectId);
    const on = localDate.safeParse(number.replace(/^\D*(\d{4})(\d{2})(\d{2})-.*$/, "$1-$2-$3"));
    if (!on.success) throw notFound();
    const [first, end] = await idsOf({ from: on.data, to: on.data });
    for (const state of states)
      for await (const ticket of Ticket.all("gsi1", [projectId, "ticket"], {
        between: [`${state}#${first}`, `${state}#${end}`],
      }))
        if (ticket.number.endsWith(number)) return ticket;
    throw notFound();
  },
});
