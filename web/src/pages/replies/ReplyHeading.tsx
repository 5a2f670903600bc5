import { Link } from "@tanstack/react-router";
import styles from "./Replies.module.css";

/** A letter in a list: its number and what it is about. */
export function ReplyHeading({
  replyId,
  number,
  subject,
}: {
  replyId: string;
  number: string;
  subject: string;
}) {
  return (
    <div className={styles.heading}>
      <Link to="/replies/$replyId" params={{ replyId }} className="fd-number">
        {number}
      </Link>
      <span className={styles.subject}>{subject}</span>
    </div>
  );
}
