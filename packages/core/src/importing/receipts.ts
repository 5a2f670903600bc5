import type { SheetRow } from "./cell";
import { cleanDate } from "./cleaners/date";
import { cleanFen } from "./cleaners/fen";
import { squeezed, tidy } from "./cleaners/text";
import { locate, type MatchingChanges } from "./located";
import { type RefusedRow, RowReader, refusedSheet } from "./row";

/** One receipt of a bank's export; money in whole fen, `date` as YYYY-MM-DD. */
export interface ReceiptRow {
  kind: "receipt";
  sheet: string;
  line: number;
  flow: string;
  date: string;
  payer: string;
  amountFen: number;
  remark: string;
}

/** A line that says again what an earlier line with the same flow number said. */
export interface RepeatedReceipt {
  kind: "repeated";
  sheet: string;
  line: number;
  flow: string;
  /** The line that stands. */
  firstLine: number;
}

/** How a file of receipts is read. */
export interface ReceiptOptions {
  changes?: MatchingChanges<"receipts">;
}

type Reader = RowReader<"receipts">;

function readFlow(reader: Reader): string | undefined {
  const cell = reader.cell("flow");
  // A number above 2^53 has lost digits on its way through the spreadsheet.
  const lost = typeof cell === "number" && !Number.isSafeInteger(cell);
  const flow = lost ? "" : squeezed(cell);
  return reader.need("flow", flow === "" || flow.length > 64 ? undefined : flow, "flow_missing");
}

function readText(reader: Reader, field: "payer" | "remark", longest: number): string {
  const text = tidy(reader.cell(field));
  if (text.length > longest) reader.problem(field, "text_too_long");
  return text;
}

function readReceipt(reader: Reader): ReceiptRow | undefined {
  const flow = readFlow(reader);
  const date = reader.need("date", cleanDate(reader.cell("date")), "receipt_date_not_real");
  const amountFen = reader.need("amount", cleanFen(reader.cell("amount")), "money_invalid");
  if (amountFen !== undefined && amountFen <= 0) reader.problem("amount", "amount_not_positive");
  const payer = readText(reader, "payer", 120);
  const remark = readText(reader, "remark", 500);
  if (!flow || !date || amountFen === undefined || reader.problems.length > 0) return undefined;
  const { sheet, row: line } = reader.data;
  return { kind: "receipt", sheet, line, flow, date, payer, amountFen, remark };
}

const sameReceipt = (a: ReceiptRow, b: ReceiptRow) =>
  a.date === b.date && a.amountFen === b.amountFen && a.payer === b.payer && a.remark === b.remark;

function readOne(reader: Reader, seen: Map<string, ReceiptRow>): ReceiptRow | RepeatedReceipt | RefusedRow {
  const receipt = readReceipt(reader);
  if (!receipt) return reader.refused();
  const { sheet, line, flow } = receipt;
  const first = seen.get(flow);
  if (!first) {
    seen.set(flow, receipt);
    return receipt;
  }
  if (sameReceipt(first, receipt)) return { kind: "repeated", sheet, line, flow, firstLine: first.line };
  reader.problem("flow", "flow_conflict");
  return reader.refused();
}

/**
 * Reads a bank's receipts row by row. A flow number that comes again with the same content is `repeated`
 * and counts once; with other content the later line is refused. Lines without an amount above zero
 * (payments out, fees of the bank) are refused.
 */
export async function* readReceipts(
  rows: AsyncIterable<SheetRow>,
  options: ReceiptOptions = {},
): AsyncGenerator<ReceiptRow | RepeatedReceipt | RefusedRow> {
  const seen = new Map<string, ReceiptRow>();
  for await (const { head, data } of locate("receipts", rows, options.changes)) {
    const refused = refusedSheet(head);
    if (!data && refused) yield refused;
    if (data && !refused) yield readOne(new RowReader(head, data), seen);
  }
}
