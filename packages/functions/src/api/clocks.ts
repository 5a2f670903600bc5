import {
  getFirmClocks,
  getProjectClocks,
  setFirmClocks,
  setProjectClocks,
} from "@frontdesk/core/clocks/index";
import { json, routes } from "./route";

export const clockRoutes = routes({
  "GET /clocks": json(getFirmClocks),
  "PUT /clocks": json(setFirmClocks),
  "GET /projects/{projectId}/clocks": json(getProjectClocks),
  "PUT /projects/{projectId}/clocks": json(setProjectClocks),
});
