import * as z from "zod";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { below, mergeLists, type Source } from "../ticket/merge";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { Letter, type LetterItem, letterSchema, letterSort } from "./letter.entity";
import { needOwn } from "./own";

const page = z.object({ items: z.array(letterSchema), cursor: z.string().optional() });

/**
 * The register: letters of the member's projects or of one of them, newest number first; `number` finds those whose
 * number begins so, with or without the letters before it: "LX20261121", "20261121-0003".
 */
export const listLetters = verb({
  name: "letter.list",
  may: "ticket.read",
  input: z.strictObject({
    projectId: idOf("project").optional(),
    number: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^(LX)?\d{0,8}(-\d{0,4})?$/, "must be a number like LX20261121-0001, or its beginning")
      .optional(),
    ...pageInput,
  }),
  output: page,
  run: async ({ projectId, number = "", limit, cursor }) => {
    if (projectId) {
      needReach(projectId);
      await needProject(projectId);
    }
    const begins = `LX${number.replace(/^LX/, "")}`;
    const reached = projectId ? [projectId] : reachedProjects();
    const sources =
      reached === "all"
        ? [sourceOf("gsi2", ["letter"], begins)]
        : reached.map((id) => sourceOf("gsi1", [id, "letter"], begins));
    const list = `letters#${projectId ?? ""}#${begins}`;
    return mergeLists({ list, sources, keyOf: letterSort, order: "descending", limit, cursor });
  },
});

const sourceOf =
  (index: "gsi1" | "gsi2", partition: string[], begins: string): Source<LetterItem> =>
  async (after, limit) => {
    const between = [begins, after ? below(after) : `${begins}~`] as const;
    return (await Letter.query(index, partition, { between, limit, reverse: true })).items;
  };

/** One letter. */
export const getLetter = verb({
  name: "letter.get",
  may: "ticket.read",
  input: z.strictObject({ letterId: idOf("letter") }),
  output: letterSchema.extend({ rev: z.int() }),
  run: ({ letterId }) => needOwn(letterId),
});

/** The letters that are with a ticket, newest first. */
export const listTicketLetters = verb({
  name: "letter.ofTicket",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket"), ...pageInput }),
  output: page,
  run: async ({ ticketId, ...request }) => {
    needReach((await Ticket.need({ ticketId })).projectId);
    return Letter.query("gsi3", [ticketId, "letter"], { ...request, reverse: true });
  },
});
