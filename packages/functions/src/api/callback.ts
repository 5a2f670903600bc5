import {
  listCallbacks,
  listSecondCallbacks,
  recordCallback,
  recordSecondCallback,
} from "@frontdesk/core/callback/index";
import { json, routes } from "./route";

export const callbackRoutes = routes({
  "GET /callbacks": json(listCallbacks),
  "GET /callbacks/second": json(listSecondCallbacks),
  "POST /tickets/{ticketId}/callback": json(recordCallback),
  "POST /tickets/{ticketId}/second-callback": json(recordSecondCallback),
});
