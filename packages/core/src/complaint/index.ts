export { accountForComplaint, answerComplaint } from "./answer";
export { keepConfidential } from "./confidential";
export { getComplaint } from "./get";
export { listComplaints } from "./list";
export { getDunning } from "./pausing";
export {
  approveAnswer,
  carryOutAnswer,
  escalateComplaint,
  giveBackAnswer,
  gradeComplaint,
  investigateComplaint,
  proposeAnswer,
} from "./verbs";
