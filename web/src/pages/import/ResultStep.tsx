import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useEffect } from "react";
import { useText } from "../../i18n/useText";
import { Counts } from "./Counts";
import styles from "./Import.module.css";
import { RefusedRows } from "./RefusedRows";
import { Results } from "./Results";
import type { ImportView } from "./useImport";

/** What an import came to. */
export function ResultStep({ view }: { view: ImportView }) {
  const text = useText();
  const queryClient = useQueryClient();
  const { progress, state } = view;
  // Projects that the import made belong into the header's choice, and its houses into every list.
  useEffect(() => {
    void queryClient.invalidateQueries({ queryKey: ["GET /projects"] });
    void queryClient.invalidateQueries({ queryKey: ["GET /imports"] });
  }, [queryClient]);
  return (
    <>
      {state === "failed" ? (
        <Alert
          type="error"
          showIcon
          className={styles.gap}
          title={text("import:failed.title")}
          description={text("import:failed.body", { done: progress.done, total: progress.total })}
        />
      ) : null}
      <Counts good={progress.done - progress.refused} refused={progress.refused} done />
      <Results kind={view.kind} results={view.results} />
      <RefusedRows view={view} refused={progress.refused} />
      <p className={styles.after}>
        <Link to="/import" className="fd-button-link">
          {text("import:again")}
        </Link>
      </p>
    </>
  );
}
