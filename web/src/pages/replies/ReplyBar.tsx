import { Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import { ConfirmForm } from "./ConfirmForm";
import { type NoteDeed, NoteForm } from "./NoteForm";
import styles from "./Replies.module.css";
import { ReviseForm } from "./ReviseForm";
import { changedByReply, type Deed, deedsOf, type ReplyDetail } from "./reply";
import { SendForm } from "./SendForm";

/** What one may do with the letter now. */
export function ReplyBar({ reply }: { reply: ReplyDetail }) {
  const text = useText();
  const [open, setOpen] = useState<Deed | null>(null);
  const { next, others } = deedsOf(reply);
  const { replyId, rev } = reply;
  const submit = useCommand("POST /replies/{replyId}/submit", { changes: changedByReply });
  const recall = useCommand("POST /replies/{replyId}/recall", { changes: changedByReply });
  function press(deed: Deed) {
    if (deed === "submit") submit.mutate({ replyId, rev });
    else if (deed === "recall") recall.mutate({ replyId, rev });
    else setOpen(deed);
  }
  if (!next && others.length === 0) return null;
  return (
    <div className={styles.bar}>
      {next ? (
        <Button type="primary" size="large" loading={submit.isPending} onClick={() => press(next)}>
          {text(`replies:do.${next}`)}
        </Button>
      ) : null}
      {others.map((deed) => (
        <Button
          key={deed}
          size="large"
          loading={deed === "recall" && recall.isPending}
          onClick={() => press(deed)}
        >
          {text(`replies:do.${deed}`)}
        </Button>
      ))}
      <Sheet
        open={open !== null}
        title={open ? text(`replies:do.${open}`) : ""}
        onClose={() => setOpen(null)}
      >
        {open ? <DeedForm deed={open} reply={reply} onDone={() => setOpen(null)} /> : null}
      </Sheet>
    </div>
  );
}

export interface ReplyFormProps {
  reply: ReplyDetail;
  onDone: () => void;
}

function DeedForm({ deed, ...props }: ReplyFormProps & { deed: Deed }) {
  if (deed === "revise") return <ReviseForm {...props} />;
  if (deed === "send") return <SendForm {...props} />;
  if (deed === "confirm") return <ConfirmForm {...props} />;
  return <NoteForm key={deed} deed={deed as NoteDeed} {...props} />;
}
