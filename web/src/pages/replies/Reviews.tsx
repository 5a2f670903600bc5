import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { useMemberNames } from "../settings/useMemberNames";
import styles from "./Replies.module.css";
import { type ReplyDetail, reviewSteps } from "./reply";

type Answer = ReplyDetail["reviews"][number]["answer"];
const tones: Record<Answer, Tone> = { waiting: "neutral", agreed: "good", givenBack: "bad" };

/** Who signs, in order, and how each has answered on which version. */
export function Reviews({ reply }: { reply: ReplyDetail }) {
  const text = useText();
  const { reviews, signers, touchesLaw, approved } = reply;
  const names = useMemberNames(Object.values(signers).flatMap((memberId) => memberId ?? []));
  const steps = reviewSteps.filter((step) => step !== "lawyer" || touchesLaw || signers.lawyer);
  return (
    <Panel title={text("replies:reviews")}>
      <ul className={styles.reviews}>
        {steps.map((step) => {
          const review = reviews.find((one) => one.step === step);
          const named = signers[step];
          return (
            <li key={step} className={styles.review}>
              <span className={styles.soft}>{text(`replies:step.${step}`)}</span>
              <span>{review?.name ?? (named ? names.get(named) : text("replies:nobody"))}</span>
              {review ? (
                <StatusTag tone={tones[review.answer]}>{text(`replies:answer.${review.answer}`)}</StatusTag>
              ) : (
                <span />
              )}
              {review?.at ? (
                <span className={styles.soft}>
                  <When at={review.at} /> · {text("replies:onVersion", { version: review.version ?? 1 })}
                  {review.note ? ` · ${review.note}` : null}
                </span>
              ) : null}
            </li>
          );
        })}
        <li className={styles.review}>
          <span className={styles.soft}>{text("replies:step.approver")}</span>
          <span>
            {approved?.byName ?? (signers.approver ? names.get(signers.approver) : text("replies:nobody"))}
          </span>
          {approved ? <StatusTag tone="good">{text("replies:answer.approved")}</StatusTag> : <span />}
          {approved ? (
            <span className={styles.soft}>
              <When at={approved.at} />
            </span>
          ) : null}
        </li>
      </ul>
    </Panel>
  );
}
