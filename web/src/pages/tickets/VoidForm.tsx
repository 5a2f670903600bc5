import { Form, Radio } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { When } from "../../ui/When";
import type { DeedFormProps } from "./DeedForm";
import styles from "./Intake.module.css";
import { NoteFields } from "./NoteForm";
import { NumberedTwin, type Twin } from "./NumberedTwin";
import { TicketState } from "./TicketState";
import { changedByDeeds } from "./ticketLists";
import { useAlike } from "./useAlike";

interface Fields {
  note: string;
  /** Empty for none. */
  duplicateOf: string;
}

/** Ends what should never have been a ticket, or merges it into one that is about the same. */
export function VoidForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const run = useCommand("POST /tickets/{ticketId}/void", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  const { ticketId, rev, projectId, houseId, kind, category } = ticket;
  const { open, done } = useAlike({ projectId, houseId, kind, category });
  const [found, setFound] = useState<Twin>();
  const alike = [...open, ...done].filter((one) => one.ticketId !== ticketId);
  const isNew = found && alike.every((one) => one.ticketId !== found.ticketId);
  const twins: (Twin & { doneAt?: string })[] = isNew ? [...alike, found] : alike;
  const chosen = Form.useWatch("duplicateOf", form);
  const number = twins.find((twin) => twin.ticketId === chosen)?.number;

  function choose(twin: Twin | undefined) {
    if (twin && !form.isFieldTouched("note"))
      form.setFieldValue("note", text("tickets:alike.mergedNote", { number: twin.number }));
  }

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ duplicateOf: "" }}
      onFinish={({ note, duplicateOf = "" }) =>
        run.mutate({ ticketId, rev, note, ...(duplicateOf && { duplicateOf }) })
      }
    >
      {twins.length > 0 ? (
        <Form.Item name="duplicateOf" label={text("tickets:alike.into")}>
          <Radio.Group
            className={styles.twins}
            onChange={({ target }) => choose(twins.find((one) => one.ticketId === target.value))}
          >
            <Radio value="">{text("tickets:alike.none")}</Radio>
            {twins.map((twin) => (
              <Radio key={twin.ticketId} value={twin.ticketId}>
                <span className="fd-number">{twin.number}</span> <TicketState state={twin.state} />{" "}
                <When at={twin.doneAt ?? twin.createdAt} form="relative" />
                <span className={styles.alikeWords}>{twin.words}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      ) : null}
      <NumberedTwin
        projectId={projectId}
        but={ticketId}
        onFound={(twin) => {
          setFound(twin);
          form.setFieldValue("duplicateOf", twin.ticketId);
          choose(twin);
        }}
      />
      <NoteFields
        deed="void"
        blocked={blocked}
        pending={run.isPending}
        label={number ? text("tickets:alike.mergeInto", { number }) : text("tickets:alike.void")}
      />
    </Form>
  );
}
