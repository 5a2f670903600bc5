import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Progress } from "antd";
import { useEffect } from "react";
import { call } from "../../api/client";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { StatusTag } from "../../ui/StatusTag";
import { feeLists } from "./feeLists";

type Run = OutputOf<"GET /billing-runs/{runId}">;

/** How far a run is; who watches and may bill moves it on, so that nobody waits for the schedule. */
export function RunProgress({ run: listed }: { run: Run }) {
  const text = useText();
  const manages = useCan("fee.manage");
  const queryClient = useQueryClient();
  const running = listed.state === "running";
  const { runId } = listed;
  const { data } = useQuery({
    queryKey: ["run progress", runId],
    queryFn: ({ signal }) =>
      manages
        ? call("POST /billing-runs/{runId}/continue", { runId }, { signal })
        : call("GET /billing-runs/{runId}", { runId }, { signal }),
    enabled: running,
    refetchInterval: ({ state }) => (state.data?.state === "done" ? false : 1_500),
  });
  const run = data ?? listed;
  const finished = running && run.state === "done";
  useEffect(() => {
    if (!finished) return;
    for (const name of feeLists) void queryClient.invalidateQueries({ queryKey: [name] });
  }, [finished, queryClient]);

  if (run.state === "done") return <StatusTag tone="good">{text("fees:runs.done")}</StatusTag>;
  return (
    <span style={{ display: "block", minWidth: 140 }}>
      <Progress percent={run.houses === 0 ? 0 : Math.floor((100 * run.seen) / run.houses)} size="small" />
      <span role="status">{text("fees:runs.running", { seen: run.seen, houses: run.houses })}</span>
    </span>
  );
}
