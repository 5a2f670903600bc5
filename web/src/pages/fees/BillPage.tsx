import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { formatFen } from "../../ui/format";
import { Money } from "../../ui/Money";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import { DunningPaused } from "../complaints/DunningPaused";
import { quantityText } from "../quotes/quote";
import { AllocationTable } from "./AllocationTable";
import { BillActions } from "./BillActions";
import { By } from "./By";
import { BillState } from "./billColumns";
import { Cancelled } from "./Cancelled";
import { FactList } from "./FactList";
import styles from "./Fees.module.css";
import { OwnerLink } from "./OwnerLink";
import { useToday } from "./today";

const route = getRouteApi("/app/fees/bills/$billId");
type Bill = OutputOf<"GET /bills/{billId}">;

/** One bill: what it is made of, what lies on it, what can be done about it. */
export default function BillPage() {
  const { billId } = route.useParams();
  const query = useQueryOf("GET /bills/{billId}", { billId });
  if (query.isPending) return <PageSkeleton />;
  if (query.error) return <ErrorState level={1} error={query.error} onRetry={() => void query.refetch()} />;
  return <BillView bill={query.data} />;
}

function BillView({ bill }: { bill: Bill }) {
  const text = useText();
  const today = useToday();
  const records = useCan("payment.record");
  const manages = useCan("fee.manage");
  return (
    <>
      <PageHeader
        back="/fees"
        title={text("fees:bill.title", { number: bill.number })}
        subtitle={<BillState bill={bill} today={today} />}
        actions={
          <>
            {records && bill.status === "open" ? (
              <Link
                to="/fees/payments/new"
                search={{ house: bill.houseId, of: bill.debtor === "developer" ? bill.debtor : undefined }}
                className="fd-button-link fd-primary"
              >
                {text("fees:pay.title")}
              </Link>
            ) : null}
            {manages ? <BillActions bill={bill} /> : null}
          </>
        }
      />
      {bill.status === "open" && bill.debtor === "resident" ? <DunningPaused houseId={bill.houseId} /> : null}
      <Cancelled
        cancelled={bill.cancelled}
        why={text("fees:bill.cancelledWhy", { reason: bill.cancelled?.reason ?? "" })}
      />
      <Panel>
        <Facts bill={bill} />
      </Panel>
      <Panel title={text("fees:bill.lines")}>
        <Lines bill={bill} />
      </Panel>
      <Panel title={text("fees:bill.allocations")}>
        <AllocationTable allocations={bill.allocations} to="payment" />
      </Panel>
    </>
  );
}

function Facts({ bill }: { bill: Bill }) {
  const text = useText();
  return (
    <FactList
      first={[text("fees:field.outstanding"), bill.outstanding]}
      facts={[
        [text("fees:field.house"), <OwnerLink key="house" of={bill} />],
        [
          text("fees:bill.service"),
          bill.ticketId ? <TicketLink key="ticket" ticketId={bill.ticketId} /> : null,
        ],
        [
          text("fees:field.period"),
          <span key="period" className="fd-number">
            {bill.period}
          </span>,
        ],
        [
          text("fees:field.dueOn"),
          <span key="due" className="fd-number">
            {bill.dueOn}
          </span>,
        ],
        [text("fees:bill.issued"), <When key="issued" at={bill.issuedAt} form="date" />],
        [
          text("fees:bill.notice"),
          bill.noticedAt ? <When key="notice" at={bill.noticedAt} /> : text("fees:bill.noNotice"),
        ],
        [text("fees:bill.reminded"), bill.remindedAt ? <When key="reminded" at={bill.remindedAt} /> : null],
      ]}
    />
  );
}

/** The way to the ticket on which paid service was done. */
function TicketLink({ ticketId }: { ticketId: string }) {
  const text = useText();
  return (
    <Link to="/tickets/$ticketId" params={{ ticketId }}>
      {text("fees:bill.seeTicket")}
    </Link>
  );
}

function Lines({ bill }: { bill: Bill }) {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  return (
    <div className={styles.scroll}>
      <table className={styles.lines}>
        <thead>
          <tr>
            <th scope="col">{text("fees:field.item")}</th>
            <th scope="col">{text("fees:bill.reckoning")}</th>
            <th scope="col" className={styles.right}>
              {text("fees:field.amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {bill.lines.map((line) => (
            <tr key={`${line.item}${line.standardId}${line.agreed?.hundredths}`}>
              <td>{line.agreed?.names[english ? "en" : "zh-CN"] ?? line.item}</td>
              <td className={styles.soft}>
                {line.fenPerM2 !== undefined && line.areaHundredths !== undefined
                  ? text("fees:bill.priceTimesArea", {
                      price: formatFen(line.fenPerM2),
                      area: (line.areaHundredths / 100).toFixed(2),
                    })
                  : null}
                {line.agreed ? <Agreed {...line.agreed} /> : null}
                {line.paidBefore
                  ? text("fees:bill.paidBefore", { amount: formatFen(line.paidBefore) })
                  : null}
              </td>
              <td className={styles.right}>
                <Money fen={line.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <Sum label={text("fees:bill.total")} fen={bill.amount} strong />
          {bill.waivers.map((waiver) => (
            <tr key={waiver.at}>
              <td>{text("fees:bill.waived")}</td>
              <td className={styles.soft}>
                {waiver.reason} · <By actor={waiver.by} /> · <When at={waiver.at} form="date" />
              </td>
              <td className={styles.right}>
                <Money fen={-waiver.amount} />
              </td>
            </tr>
          ))}
          {bill.paid > 0 ? <Sum label={text("fees:field.paid")} fen={-bill.paid} /> : null}
          <Sum label={text("fees:field.outstanding")} fen={bill.outstanding} strong />
        </tfoot>
      </table>
    </div>
  );
}

/** How a line of paid service comes about. */
function Agreed({ unit, unitFen, hundredths }: NonNullable<Bill["lines"][number]["agreed"]>) {
  const text = useText();
  return (
    <span className="fd-number">
      {formatFen(unitFen)} × {quantityText(hundredths)} {text(`prices:unit.${unit}`)}
    </span>
  );
}

const Sum = ({ label, fen, strong }: { label: string; fen: number; strong?: boolean }) => (
  <tr className={strong ? styles.sum : undefined}>
    <td colSpan={2}>{label}</td>
    <td className={styles.right}>
      <Money fen={fen} />
    </td>
  </tr>
);
