import {
  correctLetter,
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
  "PATCH /letters/{letterId}": json(correctLetter),
  "POST /letters/{letterId}/ticket": json(layLetter),
  "GET /tickets/{ticketId}/letters": json(listTicketLetters),
});
