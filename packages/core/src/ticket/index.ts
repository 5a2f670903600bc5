export { listAlike } from "./alike";
export { assignTicket, splitTicket, voidTicket } from "./dispatch";
export { editTicket } from "./edit";
export { getTicket } from "./get";
export { listHouseTickets, listTickets } from "./list";
export { recordMaterials } from "./materials";
export { getNumbered } from "./numbered";
export {
  acceptTicket,
  appointOrder,
  arriveAtOrder,
  pauseOrder,
  refuseTicket,
  resumeOrder,
  startTicket,
  transferOrder,
  withdrawOrder,
} from "./order.verbs";
export { listOverdue } from "./overdue";
export { addToTicket, objectToOutcome } from "./own.act";
export { getOwnPhoto } from "./own-photo";
export { getProgress, type Progress } from "./progress";
export type { Offer } from "./progress.offer";
export { rateTicket } from "./rate";
export { registerTicket } from "./register";
export { Ticket } from "./ticket.entity";
export { completeTicket, contactResident, reopenTicket } from "./work";
export { listWork } from "./worklist";
