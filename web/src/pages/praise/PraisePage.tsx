import { HeartFilled } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useProjectNameInList } from "../../session/useProjectName";
import { EmptyState } from "../../ui/EmptyState";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { Pager } from "../../ui/Pager";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { usePager } from "../../ui/usePager";
import { When } from "../../ui/When";
import styles from "./Praise.module.css";
import { usePraisedNames } from "./usePraisedNames";

/** What residents praised, for all of the firm to read, what was posted last first. */
export default function PraisePage() {
  const text = useText();
  const { projectId } = useProjectScope();
  return (
    <>
      <PageHeader title={text("praise:wall")} subtitle={text("praise:wallIntro")} />
      <Wall key={projectId} projectId={projectId} />
    </>
  );
}

function Wall({ projectId }: { projectId: string | undefined }) {
  const text = useText();
  const data = usePagesOf("GET /praise", { projectId, limit: 20 });
  const pager = usePager(data);
  if (data.error) return <ErrorState error={data.error} onRetry={data.retry} />;
  if (data.isPending) return <PageSkeleton />;
  if (pager.rows.length === 0)
    return <EmptyState title={text("praise:empty")}>{text("praise:emptyHint")}</EmptyState>;
  return (
    <>
      <ul className={styles.wall}>
        {pager.rows.map((praise) => (
          <OnWall key={praise.ticketId} praise={praise} />
        ))}
      </ul>
      <Pager pager={pager} data={data} narrow={false} />
    </>
  );
}

function OnWall({ praise }: { praise: ItemOf<"GET /praise"> }) {
  const projectName = useProjectNameInList();
  const namesOf = usePraisedNames();
  const { ticketId, number, projectId, posted } = praise;
  return (
    <li className={styles.card}>
      <p className={styles.of}>
        <HeartFilled aria-hidden className={styles.heart} /> {namesOf(praise)}
      </p>
      <blockquote className={styles.words}>{posted.words}</blockquote>
      <p className={styles.soft}>
        {[posted.from, projectName(projectId)].filter(Boolean).join(" · ")} ·{" "}
        <When at={posted.at} form="date" /> ·{" "}
        <Link to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
          {number}
        </Link>
      </p>
    </li>
  );
}
