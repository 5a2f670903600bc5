import { TicketCallback } from "../callbacks/TicketCallback";
import { AppointForm } from "./AppointForm";
import { AssignForm } from "./AssignForm";
import type { Deed, TicketDetail, WorkOrder } from "./actions";
import { CompleteForm } from "./CompleteForm";
import { ContactForm } from "./ContactForm";
import { CorrectForm } from "./CorrectForm";
import { EditForm } from "./EditForm";
import { NoteForm } from "./NoteForm";
import { PauseForm } from "./PauseForm";
import { VoidForm } from "./VoidForm";

/** What every form of a step takes. */
export interface DeedFormProps {
  ticket: TicketDetail;
  /** Which of several work orders is meant. */
  order?: WorkOrder;
  /** The step cannot be taken any more; what was typed is still to be read. */
  blocked: boolean;
  onDone: () => void;
  /** True when the failure was told. */
  onFailure: (error: Error) => boolean;
}

/** The small form that a step on a ticket asks for. */
export function DeedForm({ deed, ...props }: DeedFormProps & { deed: Deed }) {
  switch (deed) {
    case "assign":
    case "split":
    case "transfer":
      return <AssignForm key={deed} deed={deed} {...props} />;
    case "appoint":
      return <AppointForm {...props} />;
    case "complete":
      return <CompleteForm {...props} />;
    case "correct":
      return <CorrectForm {...props} />;
    case "edit":
      return <EditForm {...props} />;
    case "callback":
      return <TicketCallback {...props} />;
    case "pause":
      return <PauseForm {...props} />;
    case "void":
      return <VoidForm {...props} />;
    case "contact":
      return <ContactForm {...props} />;
    case "withdraw":
    case "refuse":
    case "reopen":
      return <NoteForm key={deed} deed={deed} {...props} />;
    default:
      return null;
  }
}
