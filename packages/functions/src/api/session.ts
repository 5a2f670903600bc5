import {
  changeProfile,
  endAllSessions,
  endOneSession,
  getSession,
  listSessions,
  switchTenant,
} from "@frontdesk/core/identity/session-verbs";
import { json, routes } from "./route";

export const sessionRoutes = routes({
  "GET /session": json(getSession),
  "PATCH /session": json(changeProfile),
  "POST /session/tenant": json(switchTenant),
  "GET /sessions": json(listSessions),
  "DELETE /sessions": json(endAllSessions),
  "DELETE /sessions/{sessionId}": json(endOneSession),
});
