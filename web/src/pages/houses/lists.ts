import type { ApiName } from "../../api/contract";

/** What is read anew after a change of a house's people. */
export const peopleLists: readonly ApiName[] = ["GET /houses/{houseId}", "GET /find"];
/** What is read anew after a change of a house. */
export const houseLists: readonly ApiName[] = ["GET /houses/{houseId}", "GET /projects/{projectId}/houses"];
