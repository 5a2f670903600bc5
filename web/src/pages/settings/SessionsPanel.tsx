import { App, Button, Skeleton } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import { StatusTag } from "../../ui/StatusTag";
import { useConfirm } from "../../ui/useConfirm";
import { When } from "../../ui/When";
import { deviceOf } from "./device";
import styles from "./Settings.module.css";

type SessionRow = OutputOf<"GET /sessions">["items"][number];
const changes = ["GET /sessions"] as const;

/** Where one is signed in; any of it, or all but here, can be ended. */
export function SessionsPanel() {
  const text = useText();
  const sessions = useQueryOf("GET /sessions", {});
  const others = sessions.data?.items.filter((row) => !row.current).length ?? 0;
  return (
    <Panel
      width="form"
      title={text("settings:sessions.title")}
      intro={text("settings:sessions.intro")}
      aside={others > 0 ? <EndOthers count={others} /> : null}
    >
      {sessions.error ? <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      {sessions.isPending ? <Skeleton active paragraph={{ rows: 3 }} title={false} /> : null}
      <ul>
        {sessions.data?.items.map((row) => (
          <OneSession key={row.sessionId} row={row} />
        ))}
      </ul>
    </Panel>
  );
}

function OneSession({ row }: { row: SessionRow }) {
  const text = useText();
  const { message } = App.useApp();
  const end = useCommand("DELETE /sessions/{sessionId}", {
    changes,
    onSuccess: () => message.success(text("settings:sessions.ended")),
  });
  const { browser, system } = deviceOf(row.userAgent);
  const device = [browser, system].filter(Boolean).join(" · ") || text("settings:sessions.unknown");
  return (
    <li className={styles.session}>
      <div>
        <span className={styles.device}>
          <strong title={row.userAgent}>{device}</strong>
          {row.current ? <StatusTag tone="good">{text("settings:sessions.current")}</StatusTag> : null}
        </span>
        <span className={styles.soft}>
          {row.address} · {text("settings:sessions.started")} <When at={row.startedAt} /> ·{" "}
          {text("settings:sessions.used")} <When at={row.usedAt} form="relative" />
        </span>
      </div>
      {row.current ? null : (
        <Button
          loading={end.isPending}
          aria-label={text("settings:sessions.endOne", { device })}
          onClick={() => end.mutate({ sessionId: row.sessionId })}
        >
          {text("settings:sessions.end")}
        </Button>
      )}
    </li>
  );
}

function EndOthers({ count }: { count: number }) {
  const text = useText();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const end = useCommand("DELETE /sessions", {
    changes,
    onSuccess: () => message.success(text("settings:sessions.ended")),
  });
  const ask = async () => {
    const sure = await confirm({
      title: text("settings:sessions.othersTitle"),
      body: text("settings:sessions.othersBody", { count }),
      action: text("settings:sessions.others"),
      danger: true,
    });
    if (sure) end.mutate({ others: "true" });
  };
  return (
    <Button danger loading={end.isPending} onClick={() => void ask()}>
      {text("settings:sessions.others")}
    </Button>
  );
}
