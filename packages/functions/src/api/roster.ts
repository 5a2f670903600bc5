import {
  getHandover,
  getOpenWork,
  giveHandover,
  listHandovers,
  takeHandover,
  withdrawHandover,
} from "@frontdesk/core/handover/index";
import {
  changeRoster,
  createRoster,
  getRoster,
  listRosters,
  removeRoster,
  setRosterDay,
} from "@frontdesk/core/roster/index";
import { created, json, routes } from "./route";

export const rosterRoutes = routes({
  "GET /rosters": json(listRosters),
  "POST /rosters": created(createRoster),
  "GET /rosters/{rosterId}": json(getRoster),
  "PATCH /rosters/{rosterId}": json(changeRoster),
  "DELETE /rosters/{rosterId}": json(removeRoster),
  "PUT /rosters/{rosterId}/days/{date}": json(setRosterDay),
  "GET /rosters/{rosterId}/open-work": json(getOpenWork),
  "GET /rosters/{rosterId}/handovers": json(listHandovers),
  "POST /rosters/{rosterId}/handovers": created(giveHandover),
  "GET /handovers/{handoverId}": json(getHandover),
  "POST /handovers/{handoverId}/take": json(takeHandover),
  "POST /handovers/{handoverId}/withdraw": json(withdrawHandover),
});
