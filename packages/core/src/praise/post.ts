import * as z from "zod";
import { conflict } from "../error";
import { idOf } from "../id";
import { verb } from "../verb";
import { by } from "./copy";
import { needNamed } from "./own";
import { Praise, postedWords, praiseSchema } from "./praise.entity";
import { shortName } from "./short-name";

/**
 * Posts a praise on the firm's wall, in its own words or fewer. Of who praised no more is shown than their name
 * shortened, and no house: nobody's consent is asked for that.
 */
export const postPraise = verb({
  name: "praise.post",
  may: "ticket.dispatch",
  input: z.strictObject({ ticketId: idOf("ticket"), words: postedWords.optional() }),
  output: praiseSchema,
  run: async ({ ticketId, words }, work) => {
    const { ticket, praise } = await needNamed(ticketId);
    if (praise.posted) throw conflict("This praise is on the wall already");
    const said = words ?? [...ticket.words].slice(0, 1_000).join("");
    work.about(ticketId, praise.projectId, said);
    const posted = { at: work.now, ...by(), words: said, from: shortName(ticket.reporter.name) };
    return work.patch(Praise, praise, { posted });
  },
});

/** Takes a praise off the wall, with a reason. */
export const takePraiseDown = verb({
  name: "praise.takeDown",
  may: "ticket.dispatch",
  input: z.strictObject({ ticketId: idOf("ticket"), reason: z.string().trim().min(2).max(300) }),
  output: praiseSchema,
  run: async ({ ticketId, reason }, work) => {
    const { praise } = await needNamed(ticketId);
    if (!praise.posted) throw conflict("This praise is not on the wall");
    work.about(ticketId, praise.projectId, reason);
    const takenDown = { at: work.now, ...by(), reason };
    return work.patch(Praise, praise, { posted: undefined, takenDown });
  },
});
