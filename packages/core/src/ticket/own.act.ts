import * as z from "zod";
import { storePhoto } from "../attachment/index";
import { withdraw } from "../callback/settle";
import { fileOf } from "../complaint/act";
import { concealPhotos } from "../complaint/confidential";
import { badRequest, gone, tooMany } from "../error";
import { verb } from "../verb";
import { act } from "./act";
import { openOwn, ownTicketId, photosAtOnce, roomOf } from "./own";
import { unfitting } from "./party";
import { withoutOthers } from "./progress.history";
import { mayReopen, reopenUntil } from "./progress.status";
import { table } from "./states";
import { stepOfAnswer, stepsOf } from "./step.entity";
import { tellReopened } from "./tell";
import { note } from "./ticket.entity";

const done = z.object({ number: z.string() });

/**
 * Adds words or photos to an open ticket, as its resident. Throws `conflict` once it is open no more, `too_many` after
 * so many times, and what is said of photos that are none.
 */
export const addToTicket = verb({
  name: "ticket.add",
  may: "resident",
  answerIn: (_, name) => stepOfAnswer({ ticketId: ownTicketId() }, name),
  input: z
    .strictObject({
      words: note.optional(),
      files: z.array(z.instanceof(Uint8Array<ArrayBufferLike>)).max(photosAtOnce),
    })
    .refine(({ words, files }) => words !== undefined || files.length > 0, "Say something or add a photo"),
  output: done,
  run: async ({ words, files }, work) => {
    const file = await openOwn();
    const { state, projectId, ticketId } = file.ticket;
    // Asked before photos are stored.
    if (!table[state].add) throw unfitting(file.ticket);
    const room = roomOf(file.ticket, withoutOthers(await stepsOf(ticketId)));
    if (room.times === 0) throw tooMany("This was added to too often; please call the front desk");
    if (files.length > room.photos) throw badRequest("This ticket has photos enough", "files");
    const photos: string[] = [];
    for (const bytes of files) photos.push((await storePhoto(work, projectId, bytes)).attachmentId);
    const { ticket } = await act(work, file, "add", { note: words, photos });
    if (ticket.kind === "complaint") await concealPhotos(work, (await fileOf(ticket)).one, photos);
    return ticket;
  },
});

/**
 * Takes up again what was reported done, as its resident who says what is not right: the same ticket, with a clock of
 * its own. Throws `gone` more than seven days after it was done or closed, `conflict` while it is not.
 */
export const objectToOutcome = verb({
  name: "ticket.object",
  may: "resident",
  input: z.strictObject({ words: note }),
  output: done,
  run: async ({ words }, work) => {
    const file = await openOwn();
    if (reopenUntil(file.ticket) && !mayReopen(file.ticket, work.now))
      throw gone("The time to take this up again is over; please report it anew");
    const { ticket, callback } = await act(work, file, "reopen", { note: words });
    withdraw(work, callback);
    await tellReopened(work, ticket);
    return ticket;
  },
});
