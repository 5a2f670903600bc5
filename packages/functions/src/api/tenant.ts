import { changeTenant, getTenant } from "@frontdesk/core/tenant/index";
import { json, routes } from "./route";

export const tenantRoutes = routes({
  "GET /tenant": json(getTenant),
  "PATCH /tenant": json(changeTenant),
});
