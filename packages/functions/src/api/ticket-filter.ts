import {
  changeFilter,
  listFilters,
  removeFilter,
  saveFilter,
  setDefaultFilter,
} from "@frontdesk/core/ticket-filter/index";
import { created, json, routes } from "./route";

export const ticketFilterRoutes = routes({
  "GET /ticket-filters": json(listFilters),
  "POST /ticket-filters": created(saveFilter),
  "PUT /ticket-filters/default": json(setDefaultFilter),
  "PATCH /ticket-filters/{filterId}": json(changeFilter),
  "DELETE /ticket-filters/{filterId}": json(removeFilter),
});
