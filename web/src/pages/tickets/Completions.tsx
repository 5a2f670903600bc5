import { useText } from "../../i18n/useText";
import { Attachments } from "../../ui/Attachments";
import { Panel } from "../../ui/Panel";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { aspects } from "../callbacks/attempt";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";

type Completion = TicketDetail["completions"][number];

/** Each time the work was reported done, and what the resident said to it as far as one may hear. */
export function Completions({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  if (ticket.completions.length === 0) return null;
  return (
    <Panel title={text("tickets:outcome.title")}>
      <ol className={styles.outcomes}>
        {ticket.completions.map((completion) => (
          <li key={completion.completedAt}>
            <p className={styles.words}>{completion.note}</p>
            <Attachments ids={completion.photos} />
            <p className={styles.soft}>
              {completion.byName} · <When at={completion.completedAt} />
            </p>
            <Said completion={completion} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Said({ completion }: { completion: Completion }) {
  const text = useText();
  const { satisfied, score, scores = {}, words, rating, byLink } = completion;
  const given = aspects.flatMap((aspect) => {
    const points = scores[aspect];
    return points ? [`${text(`callbacks:aspect.${aspect}`)} ${points}`] : [];
  });
  return (
    <>
      {satisfied === undefined ? null : (
        <p className={styles.said}>
          <StatusTag tone={satisfied ? "good" : "bad"}>
            {text(satisfied ? "tickets:outcome.satisfied" : "tickets:outcome.unsatisfied")}
          </StatusTag>
          {byLink ? <span>{text("tickets:outcome.byLink")}</span> : null}
          {score ? <span>{text("tickets:outcome.score", { score })}</span> : null}
          {given.length > 0 ? <span>{given.join(" · ")}</span> : null}
          {words ? <q>{words}</q> : null}
        </p>
      )}
      {rating ? (
        <p className={styles.said}>
          <span>{text("tickets:outcome.rating", { score: rating.score })}</span>
          {rating.words ? <q>{rating.words}</q> : null}
        </p>
      ) : null}
    </>
  );
}
