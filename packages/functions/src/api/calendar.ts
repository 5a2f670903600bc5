import {
  dropProjectCalendar,
  getFirmCalendar,
  getProjectCalendar,
  setFirmCalendar,
  setProjectCalendar,
} from "@frontdesk/core/calendar/index";
import { json, routes } from "./route";

export const calendarRoutes = routes({
  "GET /calendar": json(getFirmCalendar),
  "PUT /calendar": json(setFirmCalendar),
  "GET /projects/{projectId}/calendar": json(getProjectCalendar),
  "PUT /projects/{projectId}/calendar": json(setProjectCalendar),
  "DELETE /projects/{projectId}/calendar": json(dropProjectCalendar),
});
