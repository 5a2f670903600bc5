import { find } from "@frontdesk/core/find/index";
import { changeHouse, createHouse, getHouse, listHouses } from "@frontdesk/core/house/index";
import { addResident, changeResident, endResidency, tieResident } from "@frontdesk/core/resident/index";
import { created, json, routes } from "./route";

export const houseRoutes = routes({
  "GET /find": json(find),
  "GET /projects/{projectId}/houses": json(listHouses),
  "POST /projects/{projectId}/houses": created(createHouse),
  "GET /houses/{houseId}": json(getHouse),
  "PATCH /houses/{houseId}": json(changeHouse),
  "POST /houses/{houseId}/residents": created(addResident),
  "POST /houses/{houseId}/residents/{residentId}": created(tieResident),
  "PATCH /residents/{residentId}": json(changeResident),
  "POST /houses/{houseId}/residents/{residentId}/move-out": json(endResidency),
});
