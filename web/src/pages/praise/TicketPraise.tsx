import { Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { FactLines } from "../../ui/FactLines";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { When } from "../../ui/When";
import type { TicketDetail } from "../tickets/actions";
import { NameForm } from "./NameForm";
import { PostForm } from "./PostForm";
import styles from "./Praise.module.css";
import { changedByPraise } from "./praise";
import { TakeDownForm } from "./TakeDownForm";
import { usePraisedNames } from "./usePraisedNames";

const forms = { name: NameForm, post: PostForm, takeDown: TakeDownForm };

/** Whom a praise is of, who copied it to them and posted it, and the next step of these. */
export function TicketPraise({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const { ticketId } = ticket;
  const dispatches = useCan("ticket.dispatch") && ticket.state !== "void";
  const query = useQueryOf("GET /tickets/{ticketId}/praise", { ticketId });
  const copy = useCommand("POST /tickets/{ticketId}/praise/copy", { changes: changedByPraise });
  const [open, setOpen] = useState<keyof typeof forms | null>(null);
  const namesOf = usePraisedNames();
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return null;
  const { praise } = query.data;
  const close = () => setOpen(null);
  const Form = open && forms[open];
  return (
    <Panel title={text("praise:title")} intro={praise ? undefined : text("praise:nobody")}>
      {praise ? (
        <FactLines
          facts={[
            [text("praise:field.of"), namesOf(praise)],
            [text("praise:field.copied"), praise.copied && <Done {...praise.copied} />],
            [text("praise:field.posted"), praise.posted && <Done {...praise.posted} />],
            [
              text("praise:field.takenDown"),
              !praise.posted && praise.takenDown && (
                <>
                  <Done {...praise.takenDown} /> · {praise.takenDown.reason}
                </>
              ),
            ],
          ]}
        />
      ) : null}
      {dispatches ? (
        <div className={styles.buttons}>
          <Button type={praise ? "default" : "primary"} onClick={() => setOpen("name")}>
            {text(praise ? "praise:do.rename" : "praise:do.name")}
          </Button>
          {praise && !praise.copied ? (
            <Button type="primary" loading={copy.isPending} onClick={() => copy.mutate({ ticketId })}>
              {text("praise:do.copy")}
            </Button>
          ) : null}
          {praise && !praise.posted ? (
            <Button onClick={() => setOpen("post")}>{text("praise:do.post")}</Button>
          ) : null}
          {praise?.posted ? (
            <Button onClick={() => setOpen("takeDown")}>{text("praise:do.takeDown")}</Button>
          ) : null}
        </div>
      ) : null}
      <Sheet open={open !== null} title={open ? text(`praise:do.${open}`) : ""} onClose={close}>
        {Form ? <Form ticket={ticket} praise={praise} onDone={close} /> : null}
      </Sheet>
    </Panel>
  );
}

/** Who did it, when, and to how many. */
function Done({ at, byName, to }: { at: string; byName: string; to?: number }) {
  const text = useText();
  return (
    <>
      {byName} · <When at={at} />
      {to === undefined ? null : ` · ${text("praise:copies", { count: to })}`}
    </>
  );
}
