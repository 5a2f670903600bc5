import { dateOf } from "../clock";
import type { ItemOf } from "../table/entity";
import { tenantZone } from "../tenant/zone";
import { ClosedMonth, frozenSides } from "./closing.entity";
import { type AllSides, asOf, sidesOfSheets } from "./comparison";
import type { Period } from "./period";
import { readSheets, type Sheet } from "./sheet.entity";

/** A project's figures in a period: `now` as its sheets say, `shown` as they were frozen where the month is closed. */
export type KeptProject = { shown: AllSides; now: AllSides; asOf?: string; closed?: ClosedState };
type ClosedState = {
  closedAt: string;
  surveysOpen: boolean;
  /** The local date on which any of it last changed, if it has. */
  changedOn?: string;
};

type Sheets = ReadonlyMap<string, ItemOf<typeof Sheet>>;
type Closings = ReadonlyMap<string, ItemOf<typeof ClosedMonth>>;

/** The figures of every project of the tenant that any are kept of, by project id; so many reads, whatever is in them. */
export async function readKept(period: Period): Promise<Map<string, KeptProject>> {
  const [years, always] = await Promise.all([readSheets(period.year), readSheets("all")]);
  const closings = await readClosings(period, years);
  const zone = await tenantZone();
  const ids = new Set([...years.keys(), ...always.keys()]);
  return new Map(
    [...ids].map((id) => {
      const sheets = { year: years.get(id), always: always.get(id) };
      const now = sidesOfSheets(sheets, period);
      const closed = closings.get(id);
      if (!closed) return [id, { shown: now, now, asOf: asOf(Object.values(sheets)) }];
      const shown = { ...now, ...frozenSides(closed) };
      const changedOn = lastChange(closed, sheets, dateOf(closed.closedAt, zone));
      const state = { closedAt: closed.closedAt, surveysOpen: closed.surveysOpen, changedOn };
      return [id, { shown, now, asOf: asOf(Object.values(sheets)), closed: state }];
    }),
  );
}

/** The closings of a month; where the sheets say that there are none, nothing is read. */
async function readClosings({ year, month }: Period, years: Sheets): Promise<Closings> {
  const found = new Map<string, ItemOf<typeof ClosedMonth>>();
  if (!month || ![...years.values()].some(({ closed }) => closed && month in closed)) return found;
  const own = { begins: `${year}-${month}#`, consistent: false };
  for await (const one of ClosedMonth.all("table", ["closedMonth"], own)) found.set(one.projectId, one);
  return found;
}

/** A mark on the sheet of all time may be older than the closing: it is of months of the year closed before. */
function lastChange(
  { month: of }: ItemOf<typeof ClosedMonth>,
  { year, always }: { year?: ItemOf<typeof Sheet>; always?: ItemOf<typeof Sheet> },
  since: string,
): string | undefined {
  const marks = [year?.closed?.[of.slice(5)], always?.closed?.[of.slice(0, 4)]];
  return marks
    .flatMap((mark) => (mark && mark >= since ? [mark] : []))
    .sort()
    .at(-1);
}
