export { acceptTicket, assignTicket, editTicket, refuseTicket, voidTicket } from "./dispatch";
export { getTicket } from "./get";
export {
  categories,
  hasCategory,
  ticketChannels,
  ticketKinds,
  urgencies,
  usualTrade,
} from "./kind";
export { listHouseTickets, listTickets } from "./list";
export { getRatable, rateTicket } from "./rate";
export { registerTicket, registerTicketFor, registrationSchema } from "./register";
export { actions, isOpen, openStates, states } from "./states";
export { Step } from "./step.entity";
export { Ticket, type TicketItem, ticketSchema } from "./ticket.entity";
export { completeTicket, contactResident, reopenTicket, startTicket } from "./work";
export { listWork } from "./worklist";
