import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Input } from "antd";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { useProjectNameInList } from "../../session/useProjectName";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import styles from "./Letters.module.css";

const route = getRouteApi("/app/letters");

/** The register of letters that came in, the newest number first; found by number. */
export default function LettersPage() {
  const text = useText();
  const navigate = useNavigate();
  const registers = useCan("ticket.register");
  const { projectId } = useProjectScope();
  const number = route.useSearch().number?.trim() || undefined;
  const data = usePagesOf("GET /letters", { projectId, number, limit: 50 });
  return (
    <>
      <PageHeader
        title={text("letters:in.title")}
        actions={
          registers ? (
            <Link to="/letters/new" className="fd-button-link fd-primary">
              {text("letters:new.title")}
            </Link>
          ) : null
        }
      />
      <Input.Search
        className={styles.search}
        aria-label={text("letters:in.search")}
        placeholder={text("letters:in.searchHint")}
        defaultValue={number}
        allowClear
        maxLength={15}
        onSearch={(value) => void navigate({ to: "/letters", search: { number: value.trim() || undefined } })}
      />
      <DataTable
        key={`${projectId}${number}`}
        label={text("letters:in.title")}
        columns={useColumns()}
        data={data}
        rowKey={(row) => row.letterId}
        empty={
          <EmptyState title={text(number ? "letters:in.notFound" : "letters:in.empty")}>
            {text(number ? "letters:in.notFoundHint" : "letters:in.emptyHint")}
          </EmptyState>
        }
      />
    </>
  );
}

type Row = ItemOf<"GET /letters">;

function useColumns(): Column<Row>[] {
  const text = useText();
  const projectName = useProjectNameInList();
  return [
    {
      key: "letter",
      title: text("letters:in.one"),
      card: "title",
      render: (row) => (
        <div className={styles.heading}>
          <Link to="/letters/$letterId" params={{ letterId: row.letterId }} className="fd-number">
            {row.number}
          </Link>
          <span className={styles.words}>{row.words}</span>
        </div>
      ),
    },
    {
      key: "from",
      title: text("letters:field.from"),
      render: (row) => (
        <div>
          {[row.houseCode, row.from.name].filter(Boolean).join(" · ")}
          <div className={styles.soft}>{projectName(row.projectId)}</div>
        </div>
      ),
    },
    {
      key: "received",
      title: text("letters:field.receivedOn"),
      render: (row) => (
        <>
          <span className="fd-number">{row.receivedOn}</span> · {text(`letters:way.${row.way}`)}
        </>
      ),
    },
    {
      key: "ticket",
      title: text("letters:field.ticket"),
      render: (row) => <TicketOf letter={row} />,
    },
  ];
}

function TicketOf({ letter: { ticketId, ticketNumber } }: { letter: Row }) {
  const text = useText();
  if (!ticketId) return <span className={styles.soft}>{text("letters:matter.not")}</span>;
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId }} className="fd-number">
      {ticketNumber}
    </Link>
  );
}
