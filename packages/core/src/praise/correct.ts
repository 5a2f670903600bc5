import { conflict } from "../error";
import { Praise } from "./praise.entity";

/** Throws `conflict` while a praise is on the wall, under the name of who praised. */
export async function needTakenDown(ticketId: string) {
  if ((await Praise.get({ ticketId }))?.posted)
    throw conflict("This praise is on the wall: take it down first", "kind");
}
