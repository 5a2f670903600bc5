import { getRouteApi, Link } from "@tanstack/react-router";
import { Button, Form } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useProjectName } from "../../session/useProjectName";
import { Attachments } from "../../ui/Attachments";
import { ErrorState } from "../../ui/ErrorState";
import { FactLines } from "../../ui/FactLines";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { When } from "../../ui/When";
import { ticketLists } from "../tickets/ticketLists";
import { CorrectForm } from "./CorrectForm";
import { type Matter, MatterFields, matterOf } from "./MatterFields";

const route = getRouteApi("/app/letters/$letterId");
type Letter = OutputOf<"GET /letters/{letterId}">;

/** One letter that came in: what it says, its pages, and the ticket it is with. */
export default function LetterPage() {
  const text = useText();
  const { letterId } = route.useParams();
  const registers = useCan("ticket.register");
  const [laying, setLaying] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const query = useQueryOf("GET /letters/{letterId}", { letterId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  const letter = query.data;
  return (
    <>
      <PageHeader
        back="/letters"
        title={<span className="fd-number">{letter.number}</span>}
        actions={
          registers ? (
            <>
              <Button onClick={() => setCorrecting(true)}>{text("letters:correct.do")}</Button>
              {letter.ticketId ? null : (
                <Button type="primary" onClick={() => setLaying(true)}>
                  {text("letters:matter.lay")}
                </Button>
              )}
            </>
          ) : null
        }
      />
      <Panel title={text("letters:field.words")}>
        <p style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{letter.words}</p>
        <Attachments ids={letter.pages} />
        <Facts letter={letter} />
      </Panel>
      <Sheet open={laying} title={text("letters:matter.lay")} onClose={() => setLaying(false)}>
        <LayForm letter={letter} onDone={() => setLaying(false)} />
      </Sheet>
      <Sheet open={correcting} title={text("letters:correct.title")} onClose={() => setCorrecting(false)}>
        <CorrectForm letter={letter} onDone={() => setCorrecting(false)} />
      </Sheet>
    </>
  );
}

function Facts({ letter }: { letter: Letter }) {
  const text = useText();
  const projectName = useProjectName();
  const { from, houseId, houseCode, ticketId, ticketNumber } = letter;
  return (
    <FactLines
      facts={[
        [text("letters:field.from"), from.name],
        [text("letters:field.phone"), from.phone ? <PhoneLink key="phone" phone={from.phone} /> : null],
        [text("letters:field.email"), from.email],
        [text("letters:field.project"), projectName(letter.projectId)],
        [
          text("letters:field.house"),
          houseId ? (
            <Link key="house" to="/houses/$houseId" params={{ houseId }}>
              {houseCode}
            </Link>
          ) : null,
        ],
        [text("letters:field.receivedOn"), `${letter.receivedOn} · ${text(`letters:way.${letter.way}`)}`],
        [
          text("letters:field.ticket"),
          ticketId ? (
            <Link key="ticket" to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
              {ticketNumber}
            </Link>
          ) : (
            text("letters:matter.not")
          ),
        ],
        [
          text("letters:field.registered"),
          <span key="registered">
            <When at={letter.createdAt} /> · {letter.registeredByName}
          </span>,
        ],
      ]}
    />
  );
}

function LayForm({ letter, onDone }: { letter: Letter; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<Matter>();
  const { letterId, projectId, houseId } = letter;
  const lay = useCommand("POST /letters/{letterId}/ticket", {
    form,
    changes: ["GET /letters", "GET /letters/{letterId}", ...ticketLists],
    onSuccess: onDone,
  });
  return (
    <Form<Matter>
      form={form}
      layout="vertical"
      initialValues={{ matter: "becomes", kind: "complaint" }}
      onFinish={(fields) => lay.mutate({ letterId, ...matterOf(fields) })}
    >
      <MatterFields projectId={projectId} houseId={houseId} />
      <Button type="primary" htmlType="submit" size="large" block loading={lay.isPending}>
        {text("letters:matter.lay")}
      </Button>
    </Form>
  );
}
