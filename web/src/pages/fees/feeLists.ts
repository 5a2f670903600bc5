import type { ApiName } from "../../api/contract";

/** What is read anew once money has moved or bills were made. */
export const feeLists: readonly ApiName[] = [
  "GET /projects/{projectId}/billing-runs",
  "GET /projects/{projectId}/bills",
  "GET /projects/{projectId}/payments",
  "GET /projects/{projectId}/owing",
  "GET /bills/{billId}",
  "GET /payments/{paymentId}",
  "GET /houses/{houseId}/arrears",
  "GET /houses/{houseId}/bills",
  "GET /houses/{houseId}/payments",
];
