import type { ApiName } from "../../api/contract";

/** The lists that a change of any ticket may change. */
export const ticketLists: readonly ApiName[] = [
  "GET /alike",
  "GET /tickets",
  "GET /work",
  "GET /overdue",
  "GET /callbacks",
  "GET /callbacks/second",
  "GET /complaints",
];

/** All that is read anew after a step on a ticket. */
export const changedByDeeds: readonly ApiName[] = [
  "GET /tickets/{ticketId}",
  "GET /tickets/{ticketId}/complaint",
  "GET /tickets/{ticketId}/quotes",
  "GET /houses/{houseId}/tickets",
  ...ticketLists,
];
