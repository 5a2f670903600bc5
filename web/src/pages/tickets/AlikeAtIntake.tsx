import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { AlikeTickets } from "./AlikeTickets";
import styles from "./Intake.module.css";
import { changedByDeeds } from "./ticketLists";
import { type AlikeTicket, type Matter, useAlike } from "./useAlike";

type Ticket = OutputOf<"POST /tickets">;

interface AlikeAtIntakeProps {
  matter: Matter;
  /** What was said, as another ticket can note it; undefined where the form says why it cannot. */
  words: () => Promise<string | undefined>;
  /** Files are with the report: another ticket cannot take them over. */
  attached: boolean;
  busy: boolean;
  /** Registers what the form says and ends with it. */
  submit: () => void;
  /** Registers what the form says; undefined where the form says why it cannot. */
  register: () => Promise<Ticket | undefined>;
  onDone: (ticket: Ticket) => void;
}

/**
 * Says that the same matter is under way already, or was done lately, and goes on with that ticket instead: adds the
 * words to it or takes it up again, or registers the report as its repeat, or merged into it, so that a neighbour who
 * reports the same lift is told like the first.
 */
export function AlikeAtIntake({ matter, words, attached, busy, ...report }: AlikeAtIntakeProps) {
  const text = useText();
  const navigate = useNavigate();
  const dispatches = useCan("ticket.dispatch");
  const { open, done } = useAlike(matter);
  const goOn = {
    changes: changedByDeeds,
    onSuccess: ({ ticketId }: Ticket) => navigate({ to: "/tickets/$ticketId", params: { ticketId } }),
  };
  const contact = useCommand("POST /tickets/{ticketId}/contact", goOn);
  const reopen = useCommand("POST /tickets/{ticketId}/reopen", goOn);
  const merge = useCommand("POST /tickets/{ticketId}/void", { changes: changedByDeeds });
  const disabled = busy || contact.isPending || reopen.isPending || merge.isPending;

  async function noteOn({ ticketId }: AlikeTicket, command: typeof contact | typeof reopen) {
    const note = await words();
    if (note) command.mutate({ ticketId, note });
  }
  async function mergeInto({ ticketId: duplicateOf, number }: AlikeTicket) {
    const ticket = await report.register();
    if (!ticket) return;
    const note = text("tickets:alike.mergedNote", { number });
    const merged = merge.mutateAsync({ ticketId: ticket.ticketId, note, duplicateOf });
    // Where that fails, it is told; the report itself is taken in.
    report.onDone(await merged.catch(() => ticket));
  }

  const press = (label: string, onClick: () => void, blocked = false) => (
    <Button disabled={disabled || blocked} onClick={onClick}>
      {label}
    </Button>
  );
  const kept = attached && dispatches ? <p className={styles.soft}>{text("tickets:alike.photos")}</p> : null;
  return (
    <>
      <AlikeTickets
        type="warning"
        title={text("tickets:alike.open", { count: open.length })}
        tickets={open}
        footer={matter.houseId ? kept : null}
      >
        {(ticket) => {
          if (!dispatches) return null;
          if (!matter.houseId) return press(text("tickets:alike.merge"), () => void mergeInto(ticket));
          return press(text("tickets:alike.addWords"), () => void noteOn(ticket, contact), attached);
        }}
      </AlikeTickets>
      <AlikeTickets type="info" title={text("tickets:alike.done")} tickets={done} footer={kept}>
        {(ticket) => (
          <>
            {dispatches
              ? press(text("tickets:alike.reopen"), () => void noteOn(ticket, reopen), attached)
              : null}
            {matter.kind === "repair" ? press(text("tickets:alike.repeat"), report.submit) : null}
          </>
        )}
      </AlikeTickets>
    </>
  );
}
