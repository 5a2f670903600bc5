import { listUnheard } from "@frontdesk/core/escalation/unheard";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  contactResident,
  editTicket,
  getTicket,
  listHouseTickets,
  listOverdue,
  listTickets,
  listWork,
  refuseTicket,
  registerTicket,
  reopenTicket,
  startTicket,
  voidTicket,
} from "@frontdesk/core/ticket/index";
import { created, json, routes } from "./route";

export const ticketRoutes = routes({
  "POST /tickets": created(registerTicket),
  "GET /tickets": json(listTickets),
  "GET /tickets/{ticketId}": json(getTicket),
  "PATCH /tickets/{ticketId}": json(editTicket),
  "POST /tickets/{ticketId}/contact": json(contactResident),
  "POST /tickets/{ticketId}/assign": json(assignTicket),
  "POST /tickets/{ticketId}/accept": json(acceptTicket),
  "POST /tickets/{ticketId}/refuse": json(refuseTicket),
  "POST /tickets/{ticketId}/start": json(startTicket),
  "POST /tickets/{ticketId}/complete": json(completeTicket),
  "POST /tickets/{ticketId}/void": json(voidTicket),
  "POST /tickets/{ticketId}/reopen": json(reopenTicket),
  "GET /houses/{houseId}/tickets": json(listHouseTickets),
  "GET /work": json(listWork),
  "GET /overdue": json(listOverdue),
  "GET /unheard": json(listUnheard),
});
