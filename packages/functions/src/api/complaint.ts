import {
  accountForComplaint,
  answerComplaint,
  approveAnswer,
  carryOutAnswer,
  escalateComplaint,
  getComplaint,
  getDunning,
  giveBackAnswer,
  gradeComplaint,
  investigateComplaint,
  keepConfidential,
  listComplaints,
  proposeAnswer,
} from "@frontdesk/core/complaint/index";
import { json, routes } from "./route";

export const complaintRoutes = routes({
  "GET /complaints": json(listComplaints),
  "GET /houses/{houseId}/dunning": json(getDunning),
  "GET /tickets/{ticketId}/complaint": json(getComplaint),
  "POST /tickets/{ticketId}/complaint/investigate": json(investigateComplaint),
  "POST /tickets/{ticketId}/complaint/propose": json(proposeAnswer),
  "POST /tickets/{ticketId}/complaint/approve": json(approveAnswer),
  "POST /tickets/{ticketId}/complaint/give-back": json(giveBackAnswer),
  "POST /tickets/{ticketId}/complaint/carry-out": json(carryOutAnswer),
  "POST /tickets/{ticketId}/complaint/answer": json(answerComplaint),
  "POST /tickets/{ticketId}/complaint/grade": json(gradeComplaint),
  "POST /tickets/{ticketId}/complaint/confide": json(keepConfidential),
  "POST /tickets/{ticketId}/complaint/escalate": json(escalateComplaint),
  "POST /tickets/{ticketId}/complaint/account": json(accountForComplaint),
});
