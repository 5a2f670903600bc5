import {
  getLetter,
  layLetter,
  listLetters,
  listTicketLetters,
  registerLetter,
} from "@frontdesk/core/letter/index";
import { created, json, routes } from "./route";

export const letterRoutes = routes({
  "POST /letters": created(registerLetter),
  "GET /letters": json(listLetters),
  "GET /letters/{letterId}": json(getLetter),
  "POST /letters/{letterId}/ticket": json(layLetter),
  "GET /tickets/{ticketId}/letters": json(listTicketLetters),
});
