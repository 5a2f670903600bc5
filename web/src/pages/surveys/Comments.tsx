import { Button } from "antd";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import styles from "./Surveys.module.css";

/** What residents of a project wrote. */
export function Comments({ campaignId, projectId }: { campaignId: string; projectId: string }) {
  const text = useText();
  const comments = usePagesOf("GET /campaigns/{campaignId}/projects/{projectId}/comments", {
    campaignId,
    projectId,
    limit: 20,
  });
  // They have no names: that is what keeps them anonymous. More are only ever added to the end.
  const all = comments.pages.flat().map((comment, place) => ({ ...comment, key: `${comment.on} ${place}` }));
  return (
    <Panel title={text("surveys:comments.title")} intro={text("surveys:comments.intro")}>
      {comments.error ? <ErrorState error={comments.error} onRetry={comments.retry} /> : null}
      {!comments.isPending && !comments.error && all.length === 0 ? (
        <p className={styles.soft}>{text("surveys:comments.none")}</p>
      ) : null}
      <ul className={styles.comments}>
        {all.map((comment) => (
          <li key={comment.key}>
            <p className={styles.words}>{comment.text}</p>
            <p className={styles.soft}>
              {[
                comment.on,
                text(`surveys:channel.${comment.channel}`),
                comment.houseCode,
                comment.overall ? text("surveys:comments.overall", { value: comment.overall }) : null,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {comments.hasMore ? (
        <Button loading={comments.isFetchingNext} onClick={() => void comments.more()}>
          {text("common:table.more")}
        </Button>
      ) : null}
    </Panel>
  );
}
