import { isBlank, type SheetRow } from "./cell";
import { cleanPeriod } from "./cleaners/date";
import { cleanFen } from "./cleaners/fen";
import { cleanHouseCode } from "./cleaners/house-code";
import { tidy } from "./cleaners/text";
import { locate, type MatchingChanges } from "./located";
import { type RefusedRow, RowReader, readProject, refusedSheet } from "./row";

/** What a house owed for one item and month before the system was taken into use; money in whole fen. */
export interface ArrearsRow {
  kind: "arrears";
  sheet: string;
  /** The row in the file, counted from 1 with the headings. */
  line: number;
  project: string;
  houseCode: string;
  item: string;
  /** YYYY-MM, the month the fee is for. */
  period: string;
  dueFen: number;
  paidFen: number;
  outstandingFen: number;
}

/** How a file of arrears is read. */
export interface ArrearsOptions {
  changes?: MatchingChanges<"arrears">;
  /** The project for a file that names none, neither in a column nor as a sheet. */
  project?: string;
  /** The item for a file that names none; 物业费 by default. */
  item?: string;
}

/** A refused line of arrears; what could be read of its house names it to people. */
export type RefusedArrears = RefusedRow & { project: string; code?: string };

type Reader = RowReader<"arrears">;
type Sums = Pick<ArrearsRow, "dueFen" | "paidFen" | "outstandingFen">;

function readMoney(reader: Reader, field: "due" | "paid" | "outstanding"): number | undefined {
  const value = reader.need(field, cleanFen(reader.cell(field)), "money_invalid");
  return value !== undefined && value < 0 ? reader.problem(field, "money_negative") : value;
}

/** Columns that a file leaves out follow from the others; where all three stand, they must agree. */
function readSums(reader: Reader): Sums | undefined {
  const outstandingFen = readMoney(reader, "outstanding");
  const paidFen = isBlank(reader.cell("paid")) ? 0 : readMoney(reader, "paid");
  if (outstandingFen === undefined || paidFen === undefined) return undefined;
  const dueFen = isBlank(reader.cell("due")) ? outstandingFen + paidFen : readMoney(reader, "due");
  if (dueFen === undefined) return undefined;
  if (dueFen - paidFen !== outstandingFen) return reader.problem("outstanding", "arrears_sum_wrong");
  return { dueFen, paidFen, outstandingFen };
}

function readOne(reader: Reader, seen: Set<string>, options: ArrearsOptions): ArrearsRow | RefusedArrears {
  const project = readProject(reader, options.project);
  const place = reader.need("house", cleanHouseCode(reader.cell("house")), "house_code_invalid");
  const period = reader.need("period", cleanPeriod(reader.cell("period")), "period_invalid");
  const item = tidy(reader.cell("item")) || (options.item ?? "物业费");
  if (item.length > 60) reader.problem("item", "text_too_long");
  const sums = readSums(reader);
  const key = [project, place?.code, item, period].join("\n");
  if (reader.problems.length === 0 && seen.has(key)) reader.problem("period", "arrears_repeated");
  if (!place || !period || !sums || reader.problems.length > 0) {
    return { ...reader.refused(), project, ...(place && { code: place.code }) };
  }
  seen.add(key);
  const { sheet, row: line } = reader.data;
  return { kind: "arrears", sheet, line, project, houseCode: place.code, item, period, ...sums };
}

/**
 * Reads opening arrears row by row. A row is refused when due − paid is not the arrears it states, when an
 * amount is no money or below zero, or when house, item and month repeat (the first stands). Whether the
 * house exists is for the caller to see.
 */
export async function* readArrears(
  rows: AsyncIterable<SheetRow>,
  options: ArrearsOptions = {},
): AsyncGenerator<ArrearsRow | RefusedArrears> {
  const seen = new Set<string>();
  for await (const { head, data } of locate("arrears", rows, options.changes)) {
    const refused = refusedSheet(head);
    if (!data && refused) yield { ...refused, project: head.sheet };
    if (data && !refused) yield readOne(new RowReader(head, data), seen, options);
  }
}
