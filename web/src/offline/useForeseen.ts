import type { TicketDetail } from "../pages/tickets/actions";
import { useCan, useSession } from "../session/SessionContext";
import { foreseen } from "./foreseen";
import { useQueueState } from "./QueueProvider";
import { goingOf } from "./queue";

/** Shows a ticket as it will stand once what the member did on this device arrives. */
export function useForeseen(): (ticket: TicketDetail) => TicketDetail {
  const { member, user } = useSession();
  const dispatches = useCan("ticket.dispatch");
  const steps = goingOf(useQueueState());
  return (ticket) => foreseen(ticket, steps, { memberId: member.id, name: user.name, dispatches });
}
