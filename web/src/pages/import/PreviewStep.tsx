import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { keyOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import { useConfirm } from "../../ui/useConfirm";
import { Counts } from "./Counts";
import { FirstRows } from "./FirstRows";
import styles from "./Import.module.css";
import { ProjectTargets } from "./ProjectTargets";
import { RefusedRows } from "./RefusedRows";
import { SheetMatching } from "./SheetMatching";
import { complete, suggested, type Targets } from "./targets";
import type { ImportView, Preview } from "./useImport";

/** A file that has been read but not taken in: what it would come to, and what can still be changed. */
export function PreviewStep({ view, preview }: { view: ImportView; preview: Preview }) {
  const text = useText();
  const { permissions, member } = useSession();
  const mayMake = permissions.includes("project.manage") && member.projectIds === "all";
  const [chosen, setChosen] = useState<Targets>({});
  const targets = { ...suggested(preview.projects, view.kind, mayMake), ...chosen };
  const { start, discard } = useFate(view);
  const ready = complete(preview.projects, targets) && !preview.tooManyProjects;
  const named = Object.fromEntries(
    preview.projects.flatMap(({ name, good }) => {
      const target = targets[name];
      return good > 0 && target ? [[name, target]] : [];
    }),
  );
  return (
    <>
      <Counts good={preview.good} refused={preview.refused} />
      <SheetMatching view={view} preview={preview} />
      {preview.good > 0 ? <FirstRows preview={preview} /> : null}
      <ProjectTargets
        kind={view.kind}
        projects={preview.projects}
        tooMany={preview.tooManyProjects}
        mayMake={mayMake}
        targets={targets}
        onChange={(name, target) => setChosen({ ...chosen, [name]: target })}
      />
      <RefusedRows view={view} refused={preview.refused} most={20} />
      <Panel>
        <div className={styles.stack}>
          {preview.good === 0 ? <Alert type="error" showIcon title={text("import:start.nothing")} /> : null}
          <p className={styles.soft}>{text(`import:start.hint.${view.kind}`)}</p>
          <div className={styles.actions}>
            <Button
              type="primary"
              size="large"
              disabled={!ready}
              loading={start.isPending}
              onClick={() => start.mutate({ importId: view.importId, projects: named })}
            >
              {text("import:start.go", { count: preview.good })}
            </Button>
            <Button size="large" loading={discard.isPending} onClick={() => void discard.ask()}>
              {text("import:discard.action")}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  );
}

/** The two ends of a preview: it is taken in, or thrown away. */
function useFate({ importId, fileName }: ImportView) {
  const text = useText();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const start = useCommand("POST /imports/{importId}/start", {
    changes: ["GET /imports"],
    onSuccess: () =>
      queryClient.invalidateQueries({ queryKey: keyOf("GET /imports/{importId}", { importId }) }),
  });
  const discard = useCommand("DELETE /imports/{importId}", {
    changes: ["GET /imports"],
    onSuccess: () => navigate({ to: "/import" }),
  });
  const ask = async () => {
    const sure = await confirm({
      title: text("import:discard.title", { name: fileName }),
      body: text("import:discard.body"),
      action: text("import:discard.action"),
      danger: true,
    });
    if (sure) discard.mutate({ importId });
  };
  return { start, discard: { isPending: discard.isPending, ask } };
}
