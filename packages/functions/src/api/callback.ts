import { listCallbacks, recordCallback } from "@frontdesk/core/callback/index";
import { json, routes } from "./route";

export const callbackRoutes = routes({
  "GET /callbacks": json(listCallbacks),
  "POST /tickets/{ticketId}/callback": json(recordCallback),
});
