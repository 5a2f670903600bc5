import type { OutputOf } from "../../api/contract";
import type { TicketDetail } from "../tickets/actions";

export type Praise = NonNullable<OutputOf<"GET /tickets/{ticketId}/praise">["praise"]>;

/** The lists and details that a step with a praise may change. */
export const changedByPraise = ["GET /tickets/{ticketId}/praise", "GET /praise"] as const;

/** What the form of a step takes. */
export interface PraiseFormProps {
  ticket: TicketDetail;
  praise: Praise | undefined;
  onDone: () => void;
}
