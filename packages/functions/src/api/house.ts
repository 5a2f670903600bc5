import { find } from "@frontdesk/core/find/index";
import { changeHouse, getHouse, listHouses } from "@frontdesk/core/house/index";
import { addResident, changeResident, endResidency } from "@frontdesk/core/resident/index";
import { created, json, routes } from "./route";

export const houseRoutes = routes({
  "GET /find": json(find),
  "GET /projects/{projectId}/houses": json(listHouses),
  "GET /houses/{houseId}": json(getHouse),
  "PATCH /houses/{houseId}": json(changeHouse),
  "POST /houses/{houseId}/residents": created(addResident),
  "PATCH /residents/{residentId}": json(changeResident),
  "POST /houses/{houseId}/residents/{residentId}/move-out": json(endResidency),
});
