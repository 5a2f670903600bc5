export { acceptTicket, assignTicket, editTicket, refuseTicket, voidTicket } from "./dispatch";
export { getTicket } from "./get";
export { listHouseTickets, listTickets } from "./list";
export { listOverdue } from "./overdue";
export { getRatable, rateTicket } from "./rate";
export { registerTicket } from "./register";
export { Ticket } from "./ticket.entity";
export { completeTicket, contactResident, reopenTicket, startTicket } from "./work";
export { listWork } from "./worklist";
