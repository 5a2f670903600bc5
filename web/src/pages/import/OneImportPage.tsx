import { getRouteApi } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { When } from "../../ui/When";
import styles from "./Import.module.css";
import { ImportState } from "./ImportState";
import { PreviewStep } from "./PreviewStep";
import { ResultStep } from "./ResultStep";
import { RunningStep } from "./RunningStep";
import { useImport } from "./useImport";

const route = getRouteApi("/app/import/$importId");

/** One file on its way in: looked at, being taken in, or over. */
export default function OneImportPage() {
  const text = useText();
  const { importId } = route.useParams();
  const { data: view, error, refetch } = useImport(importId);
  if (!view && error) return <ErrorState level={1} error={error} onRetry={() => void refetch()} />;
  if (!view) return <PageSkeleton />;
  const finished = view.state === "done" || view.state === "failed";
  return (
    <>
      <PageHeader
        back="/import"
        title={view.fileName}
        subtitle={
          <span className={styles.facts}>
            <ImportState state={view.state} />
            <span>{text(`import:kind.${view.kind}`)}</span>
            <span>{view.createdByName}</span>
            <When at={view.createdAt} />
          </span>
        }
      />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {view.state === "preview" && view.preview ? <PreviewStep view={view} preview={view.preview} /> : null}
      {view.state === "running" ? <RunningStep view={view} /> : null}
      {finished ? <ResultStep view={view} /> : null}
    </>
  );
}
