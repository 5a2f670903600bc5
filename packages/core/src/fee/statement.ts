import { dateOf, isoNow } from "../clock";
import { withActor } from "../context";
import { gone, notFound } from "../error";
import { peopleOf } from "../house/index";
import { openLink } from "../link/link";
import { Project } from "../project/project.entity";
import type { ItemOf } from "../table/entity";
import { type Locale, Tenant } from "../tenant/tenant.entity";
import type { AccountItem } from "./account";
import { FeeAccount } from "./account.entity";
import type { BillItem } from "./bill";
import { Bill } from "./bill.entity";
import { FeeBook } from "./book.entity";
import { Payment } from "./payment.entity";

/** So many settled bills and payments stand on a statement: a year and more. */
const shownSettled = 18;
const shownPayments = 24;

type StatementBill = Pick<
  BillItem,
  "number" | "period" | "origin" | "dueOn" | "lines" | "amount" | "waived" | "paid" | "outstanding"
> & { overdue: boolean };
type StatementPayment = Pick<ItemOf<typeof Payment>, "number" | "method" | "amount" | "refunded"> & {
  /** The local date it came. */
  on: string;
};

/** What a house's residents see of their fees: amounts in fen, dates local, names masked. */
export type Statement = {
  firm: string;
  project: { name: string; phone?: string };
  house: string;
  /** The receiver's name with all but its beginning hidden. */
  name?: string;
  locale: Locale;
  payNote?: string;
  /** The local date the statement is of. */
  on: string;
  outstanding: number;
  overdue: number;
  credit: number;
  open: StatementBill[];
  settled: StatementBill[];
  payments: StatementPayment[];
};

/** What a statement's page needs to say that its link is over. */
export type EndedLink = { ended: true; firm: string };

/** "张三" → "张*", "John Smith" → "J*********": enough to know oneself by. */
export const maskedName = (name: string) => {
  const [first = "", ...rest] = [...name.trim()];
  return first + "*".repeat(Math.min(rest.length, 9));
};

/**
 * The statement that a link opens. A link that never was throws `not_found`; one that is over, or that a newer one
 * has replaced, is told by `ended`.
 */
export async function statementOf(token: string): Promise<Statement | EndedLink> {
  const link = await openLink(token);
  if (link.kind !== "statement") throw notFound();
  return withActor({ type: "resident", tenantId: link.tenantId, subjectId: link.subjectId }, async () => {
    const tenant = await Tenant.need({});
    const account = await FeeAccount.get({ houseId: link.subjectId, debtor: "resident" });
    if (!account || link.expired || account.link?.token !== token) return { ended: true, firm: tenant.name };
    return statement(tenant, account);
  });
}

async function statement(tenant: ItemOf<typeof Tenant>, account: AccountItem): Promise<Statement> {
  const { houseId, projectId, houseCode, owed, credit } = account;
  const on = dateOf(isoNow(), tenant.zone);
  const [project, book, people, openBills, bills, payments] = await Promise.all([
    Project.get({ projectId }),
    FeeBook.get({ projectId }),
    peopleOf(houseId),
    Bill.batch(account.open.map(({ billId }) => ({ billId }))),
    Bill.query("gsi1", [houseId, "bill"], { reverse: true, limit: 60 }),
    Payment.query("gsi1", [houseId, "payment"], { reverse: true, limit: 60 }),
  ]);
  if (!project) throw gone("This house is no longer looked after");
  const receiver = people.find(({ residentId }) => residentId === account.link?.residentId);
  const open = openBills.map((bill) => shownBill(bill, on)).sort(byPeriod);
  return {
    firm: tenant.name,
    project: { name: project.name, phone: project.phone },
    house: houseCode,
    name: receiver && maskedName(receiver.name),
    locale: receiver?.locale ?? tenant.locale,
    payNote: book?.payNote,
    ...{ on, outstanding: owed, credit, open },
    overdue: open.reduce((sum, bill) => sum + (bill.overdue ? bill.outstanding : 0), 0),
    settled: bills.items
      .filter((bill) => bill.status === "settled" && bill.debtor === "resident")
      .slice(0, shownSettled)
      .map((bill) => shownBill(bill, on)),
    payments: payments.items
      .filter((payment) => payment.state !== "cancelled" && payment.debtor === "resident")
      .slice(0, shownPayments)
      .map(({ number, method, amount, refunded, receivedAt }) => ({
        ...{ number, method, amount, refunded },
        on: dateOf(receivedAt, tenant.zone),
      })),
  };
}

const byPeriod = (a: StatementBill, b: StatementBill) => (a.period < b.period ? -1 : 1);

const shownBill = (bill: BillItem, on: string): StatementBill => {
  const { number, period, origin, dueOn, lines, amount, waived, paid, outstanding } = bill;
  return {
    ...{ number, period, origin, dueOn, lines, amount, waived, paid, outstanding },
    overdue: outstanding > 0 && dueOn < on,
  };
};
