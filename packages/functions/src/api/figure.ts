import { compare } from "@frontdesk/core/figure/compare";
import { compareXlsx } from "@frontdesk/core/figure/compare-xlsx";
import { drill } from "@frontdesk/core/figure/drill";
import { download, json, routes } from "./route";

export const figureRoutes = routes({
  "GET /figures/comparison": json(compare),
  "GET /figures/comparison.xlsx": download(compareXlsx),
  "GET /figures/records": json(drill),
});
