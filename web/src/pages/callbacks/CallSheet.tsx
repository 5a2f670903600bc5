import { Alert, App, Form } from "antd";
import { useState } from "react";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { changedByDeeds } from "../tickets/ticketLists";
import type { Attempt, CallbackFields } from "./attempt";
import { CallbackAbout } from "./CallbackAbout";
import { CallbackForm } from "./CallbackForm";
import styles from "./Callbacks.module.css";
import type { CallbackRow } from "./useCallbackColumns";

interface CallSheetProps {
  call: CallbackRow;
  onDone: () => void;
  /** Somebody was faster: the list is read anew. */
  onStale: () => void;
}

/** One call that serves all that is due to a resident: matter by matter; nobody reached counts for all of them. */
export function CallSheet({ call, onDone, onStale }: CallSheetProps) {
  const text = useText();
  const { message } = App.useApp();
  const [matters] = useState(() => [call, ...call.also].filter((one) => !one.ownWork));
  const [at, setAt] = useState(0);
  const [stale, setStale] = useState(false);
  const [form] = Form.useForm<CallbackFields>();
  const record = useCommand("POST /tickets/{ticketId}/callback", {
    form,
    changes: changedByDeeds,
    onFailure: (error) => {
      const conflict = error instanceof ApiError && error.kind === "conflict";
      if (conflict) {
        setStale(true);
        onStale();
      }
      return conflict;
    },
  });
  const current = matters[at];
  async function attempt(said: Attempt) {
    const told = said.reached ? matters.slice(at, at + 1) : matters.slice(at);
    try {
      for (const { ticketId } of told) await record.mutateAsync({ ticketId, ...said });
    } catch {
      // The command has told it.
      return;
    }
    if (at + told.length >= matters.length) return onDone();
    void message.success(text("callbacks:saved"));
    form.resetFields();
    setAt(at + told.length);
  }
  if (!current) return null;
  return (
    <>
      {stale ? (
        <Alert type="warning" showIcon title={text("callbacks:stale")} className={styles.stale} />
      ) : null}
      {matters.length > 1 ? (
        <p className={styles.place}>{text("callbacks:place", { at: at + 1, of: matters.length })}</p>
      ) : null}
      <CallbackAbout callback={current} />
      <CallbackForm
        form={form}
        blocked={stale}
        saving={record.isPending}
        onAttempt={(said) => void attempt(said)}
      />
    </>
  );
}
