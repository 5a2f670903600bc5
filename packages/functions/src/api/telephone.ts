import {
  connectTelephone,
  disconnectTelephone,
  getTelephone,
  listCalls,
  receiveCall,
  reportedCall,
  setLines,
} from "@frontdesk/core/telephone/index";
import { json, routes, signed } from "./route";

export const telephoneRoutes = routes({
  "GET /telephone": json(getTelephone),
  "POST /telephone/connection": json(connectTelephone),
  "DELETE /telephone/connection": json(disconnectTelephone),
  "PUT /telephone/lines": json(setLines),
  "GET /telephone/calls": json(listCalls),
  "POST /telephone/calls/{key}": signed(receiveCall, reportedCall),
});
