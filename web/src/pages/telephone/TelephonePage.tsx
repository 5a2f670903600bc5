import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { ConnectionPanel } from "./ConnectionPanel";
import { LinesPanel } from "./LinesPanel";

/** How the firm's telephone system is connected, and who is at its lines. */
export default function TelephonePage() {
  const text = useText();
  const telephone = useQueryOf("GET /telephone", {});
  return (
    <>
      <PageHeader title={text("telephone:title")} subtitle={text("telephone:intro")} />
      {telephone.error ? (
        <ErrorState error={telephone.error} onRetry={() => void telephone.refetch()} />
      ) : null}
      {telephone.isPending ? <PageSkeleton /> : null}
      {telephone.data ? (
        <>
          <ConnectionPanel telephone={telephone.data} />
          {telephone.data.connected ? <LinesPanel lines={telephone.data.lines} /> : null}
        </>
      ) : null}
    </>
  );
}
