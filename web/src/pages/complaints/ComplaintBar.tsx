import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import type { TicketDetail } from "../tickets/actions";
import { AccountForm } from "./AccountForm";
import { AnswerForm } from "./AnswerForm";
import styles from "./Complaints.module.css";
import { ConfideForm } from "./ConfideForm";
import { type Complaint, type Deed, deedsOf } from "./complaint";
import { GradeForm } from "./GradeForm";
import { WordsForm } from "./WordsForm";

export interface ComplaintFormProps {
  complaint: Complaint;
  ticket: TicketDetail;
  onDone: () => void;
}

/** What one may do with a complaint now. */
export function ComplaintBar({ complaint, ticket }: Omit<ComplaintFormProps, "onDone">) {
  const text = useText();
  const [open, setOpen] = useState<Deed | null>(null);
  const { next, others } = deedsOf(complaint);
  if (!next && others.length === 0) return null;
  const close = () => setOpen(null);
  return (
    <div className={styles.bar}>
      {next ? (
        <Button type="primary" size="large" onClick={() => setOpen(next)}>
          {text(`complaints:do.${next}`)}
        </Button>
      ) : null}
      {others.map((deed) => (
        <Button key={deed} size="large" onClick={() => setOpen(deed)}>
          {text(`complaints:do.${deed}`)}
        </Button>
      ))}
      <Sheet open={open !== null} title={open ? text(`complaints:do.${open}`) : ""} onClose={close}>
        {open ? <DeedForm deed={open} complaint={complaint} ticket={ticket} onDone={close} /> : null}
      </Sheet>
    </div>
  );
}

function DeedForm({ deed, ...props }: ComplaintFormProps & { deed: Deed }) {
  if (deed === "answer") return <AnswerForm {...props} />;
  if (deed === "account") return <AccountForm {...props} />;
  if (deed === "grade") return <GradeForm {...props} />;
  if (deed === "confide") return <ConfideForm {...props} />;
  return <WordsForm key={deed} deed={deed} {...props} />;
}
