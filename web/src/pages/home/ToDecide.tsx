import { Link, type LinkProps } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { useProjectNameInList } from "../../session/useProjectName";
import { When } from "../../ui/When";
import { useCategories } from "../tickets/useCategories";
import styles from "./Today.module.css";
import { WorkPanel } from "./WorkPanel";

const shown = { limit: 5 };

interface Waiting {
  key: string;
  what: string;
  about: string;
  projectId: string;
  since?: string;
  to: LinkProps;
}

/** What waits for the member's word: complaints to decide on, letters to sign, shifts to take over. Left out while nothing does. */
export function ToDecide() {
  const text = useText();
  const projectName = useProjectNameInList();
  const { leads, queries, waiting } = useWaiting();
  if (waiting.length === 0) return null;
  return (
    <WorkPanel
      title={text("home:decide.title")}
      query={{ isPending: false, error: null, refetch: () => queries.map((one) => one.refetch()) }}
      all={leads ? { to: "/tickets", search: { show: "decide" } } : { to: "/replies" }}
      nothing=""
    >
      {waiting.map(({ key, what, about, projectId, since, to }) => (
        <li key={key} className={styles.item}>
          <div className={styles.line}>
            <Link {...to} className={styles.link}>
              {what}
            </Link>
            {since ? (
              <span className={styles.soft}>
                <When at={since} form="relative" />
              </span>
            ) : null}
          </div>
          <p className={styles.soft}>{[projectName(projectId), about].filter(Boolean).join(" · ")}</p>
        </li>
      ))}
    </WorkPanel>
  );
}

function useWaiting() {
  const text = useText();
  const { nameOf } = useCategories();
  const { projectId } = useProjectScope();
  const [decides, reviews] = [useCan("complaint.decide"), useCan("complaint.review")];
  const [signs, works] = [useCan("ticket.register"), useCan("ticket.work")];
  const leads = decides || reviews;
  const proposed = useQueryOf(
    "GET /complaints",
    { projectId, show: "approve", ...shown },
    { enabled: leads },
  );
  const satisfied = useQueryOf(
    "GET /complaints",
    { projectId, show: "account", ...shown },
    { enabled: leads },
  );
  const turns = useQueryOf("GET /reply-turns", shown, { enabled: signs });
  const rosters = useQueryOf("GET /rosters", { projectId }, { enabled: works });
  const complaint =
    (what: "home:decide.approve" | "home:decide.account") =>
    (one: { ticketId: string; number: string; category: string; projectId: string; createdAt: string }) => ({
      key: `${what}${one.ticketId}`,
      what: text(what, { number: one.number }),
      about: nameOf("complaint", one.category),
      ...{ projectId: one.projectId, since: one.createdAt },
      to: { to: "/tickets/$ticketId", params: { ticketId: one.ticketId } } as const,
    });
  const waiting: Waiting[] = [
    ...(proposed.data?.items ?? []).map(complaint("home:decide.approve")),
    ...(satisfied.data?.items ?? []).map(complaint("home:decide.account")),
    ...(turns.data?.items ?? []).map(({ replyId, to, subject, ...one }) => ({
      key: replyId,
      what: `${text(`replies:turn.${to}`)} ${one.ticketNumber}`,
      about: subject,
      ...{ projectId: one.projectId, since: one.since },
      to: { to: "/replies/$replyId", params: { replyId } } as const,
    })),
    ...(rosters.data?.items ?? []).flatMap(({ handoverId, name, projectId: of }) =>
      handoverId
        ? {
            key: handoverId,
            what: text("home:decide.handover"),
            about: name,
            projectId: of,
            to: { to: "/handovers/$handoverId", params: { handoverId } } as const,
          }
        : [],
    ),
  ];
  return { leads, queries: [proposed, satisfied, turns, rosters], waiting };
}
