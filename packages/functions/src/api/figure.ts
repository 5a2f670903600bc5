import { compare } from "@frontdesk/core/figure/compare";
import { drill } from "@frontdesk/core/figure/drill";
import { json, routes } from "./route";

export const figureRoutes = routes({
  "GET /figures/comparison": json(compare),
  "GET /figures/records": json(drill),
});
