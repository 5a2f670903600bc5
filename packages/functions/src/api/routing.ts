import { getRouting, setRouting, tryRouting } from "@frontdesk/core/routing/index";
import { json, routes } from "./route";

export const routingRoutes = routes({
  "GET /routing": json(getRouting),
  "PUT /routing": json(setRouting),
  "GET /routing/try": json(tryRouting),
});
