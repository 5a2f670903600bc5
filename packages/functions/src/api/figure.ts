import { closeMonths } from "@frontdesk/core/figure/closing";
import { compare } from "@frontdesk/core/figure/compare";
import { compareXlsx } from "@frontdesk/core/figure/compare-xlsx";
import { listCorrections } from "@frontdesk/core/figure/corrections";
import { dashboard } from "@frontdesk/core/figure/dashboard";
import { dashboardXlsx } from "@frontdesk/core/figure/dashboard-xlsx";
import { drill } from "@frontdesk/core/figure/drill";
import { download, json, routes } from "./route";

export const figureRoutes = routes({
  "GET /figures/comparison": json(compare),
  "GET /figures/comparison.xlsx": download(compareXlsx),
  "GET /figures/dashboard": json(dashboard),
  "GET /figures/dashboard.xlsx": download(dashboardXlsx),
  "GET /figures/records": json(drill),
  "PUT /figures/closings/{month}": json(closeMonths),
  "GET /figures/corrections": json(listCorrections),
});
