import {
  copyPraise,
  getPraise,
  listPraise,
  namePraised,
  postPraise,
  takePraiseDown,
} from "@frontdesk/core/praise/index";
import { json, routes } from "./route";

export const praiseRoutes = routes({
  "GET /praise": json(listPraise),
  "GET /tickets/{ticketId}/praise": json(getPraise),
  "PUT /tickets/{ticketId}/praise": json(namePraised),
  "POST /tickets/{ticketId}/praise/copy": json(copyPraise),
  "POST /tickets/{ticketId}/praise/post": json(postPraise),
  "POST /tickets/{ticketId}/praise/take-down": json(takePraiseDown),
});
