import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useState } from "react";
import { downloadOf } from "../../api/client";
import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { FactLines } from "../../ui/FactLines";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { useTellFailure } from "../../ui/useTellFailure";
import { When } from "../../ui/When";
import styles from "./Replies.module.css";
import { ReplyBar } from "./ReplyBar";
import { ReplyHistory } from "./ReplyHistory";
import { ReplyState } from "./ReplyState";
import { Reviews } from "./Reviews";
import type { ReplyDetail } from "./reply";

const route = getRouteApi("/app/replies/$replyId");

/** One formal letter: its words in every version, who signed what, how it was sent, and what may be done now. */
export default function ReplyPage() {
  const { replyId } = route.useParams();
  const query = useQueryOf("GET /replies/{replyId}", { replyId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  const reply = query.data;
  return (
    <>
      <PageHeader
        back="/replies"
        title={
          <span className={styles.title}>
            <span className="fd-number">{reply.number ?? reply.ticketNumber}</span>{" "}
            <ReplyState state={reply.state} />
          </span>
        }
        subtitle={reply.subject}
        actions={<PdfButton replyId={replyId} />}
      />
      <ReplyBar key={replyId} reply={reply} />
      <div className={styles.columns}>
        <div>
          <Words reply={reply} />
          <Addressee reply={reply} />
        </div>
        <div>
          <Reviews reply={reply} />
          <ReplyHistory steps={reply.history} />
        </div>
      </div>
    </>
  );
}

function PdfButton({ replyId }: { replyId: string }) {
  const text = useText();
  const download = useMutation({
    mutationFn: () => downloadOf("GET /replies/{replyId}/pdf", { replyId }),
    onError: useTellFailure(),
  });
  return (
    <Button icon={<DownloadOutlined />} loading={download.isPending} onClick={() => download.mutate()}>
      {text("replies:pdf")}
    </Button>
  );
}

/** The words as they stand, or as an earlier version had them. */
function Words({ reply }: { reply: ReplyDetail }) {
  const text = useText();
  const [chosen, setChosen] = useState<number | null>(null);
  const { versions } = reply;
  const shown = versions.find(({ version }) => version === chosen) ?? reply;
  return (
    <Panel
      title={text("replies:words")}
      aside={
        versions.length > 1 ? (
          <Select
            aria-label={text("replies:version")}
            value={shown.version}
            onChange={setChosen}
            popupMatchSelectWidth={false}
            options={[...versions].reverse().map(({ version, byName }) => ({
              value: version,
              label: text("replies:versionOf", { version, name: byName }),
            }))}
          />
        ) : null
      }
    >
      <div className={styles.letter} lang={reply.locale}>
        <h3>{shown.subject}</h3>
        <p>{shown.body}</p>
      </div>
    </Panel>
  );
}

function Addressee({ reply }: { reply: ReplyDetail }) {
  const text = useText();
  const { to, ticketId, ticketNumber, sendings, mail } = reply;
  return (
    <Panel title={text("replies:field.to")}>
      <FactLines
        facts={[
          [text("replies:field.name"), to.name],
          [text("replies:field.address"), to.address],
          [text("letters:field.phone"), to.phone ? <PhoneLink key="phone" phone={to.phone} /> : null],
          [text("letters:field.email"), to.email],
          [
            text("letters:field.ticket"),
            <Link key="ticket" to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
              {ticketNumber}
            </Link>,
          ],
          [text("replies:field.law"), reply.touchesLaw ? text("replies:law") : null],
          ...sendings.map(
            (one, index) =>
              [
                text("replies:sent", { count: index + 1 }),
                <span key={one.at}>
                  {text(`replies:way.${one.way}`)} {one.trackingNumber ?? one.email} · <When at={one.at} /> ·{" "}
                  {one.byName}
                  {one.cameBackAt ? ` · ${text("replies:cameBack")}` : null}
                  {mail && index === sendings.length - 1 ? ` · ${text(`replies:mail.${mail}`)}` : null}
                </span>,
              ] as const,
          ),
        ]}
      />
    </Panel>
  );
}
