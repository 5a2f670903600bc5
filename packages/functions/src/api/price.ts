import { addPrice, changePrice, dropPrice, listPrices } from "@frontdesk/core/price-list/index";
import { created, json, routes } from "./route";

export const priceRoutes = routes({
  "GET /prices": json(listPrices),
  "POST /prices": created(addPrice),
  "PATCH /prices/{code}": json(changePrice),
  "DELETE /projects/{projectId}/prices/{code}": json(dropPrice),
});
