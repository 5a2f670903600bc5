import { isBlank, type SheetRow } from "./cell";
import { tidy } from "./cleaners/text";
import { ImportError } from "./fault";
import type { FieldOf, ImportKind } from "./fields";
import {
  changeMatching,
  findHeadings,
  headingTexts,
  type Matching,
  type MatchingChange,
  missingFields,
  suggestMatching,
} from "./headings";

/** What is known of a sheet before its rows are read. `row` is where its headings stand, 0 if nowhere. */
export interface SheetHead<K extends ImportKind> {
  sheet: string;
  row: number;
  headings: string[];
  matching: Matching<K>;
  /** Required fields without a column. */
  missing: FieldOf<K>[];
}

/** A person's changes by sheet name; those under "*" hold for every sheet. */
export type MatchingChanges<K extends ImportKind> = Record<string, MatchingChange<K>>;

/** A sheet's head, once, then each of its rows of data. */
export type Located<K extends ImportKind> =
  | { head: SheetHead<K>; data?: undefined }
  | { head: SheetHead<K>; data: SheetRow };

/** Titles and notes above the headings are fewer than this. */
const searched = 30;

function headOf<K extends ImportKind>(kind: K, rows: SheetRow[], changes: MatchingChanges<K>): SheetHead<K> {
  const found = rows[findHeadings(kind, rows)];
  const sheet = rows[0]?.sheet ?? "";
  const headings = found ? headingTexts(found.cells) : [];
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const change = { ...changes["*"], ...changes[sheet] };
  const matching = changeMatching(kind, suggestMatching(kind, headings), change, width);
  return { sheet, row: found?.row ?? 0, headings, matching, missing: missingFields(kind, matching) };
}

/** Closing sums: 合计, 总 计, "Total: 300". */
const isTotal = ({ cells }: SheetRow): boolean => {
  const first = tidy(cells.find((cell) => !isBlank(cell))).replace(/\s/g, "");
  return /^(?:合计|总计|小计|共计|总和|累计|(?:sub|grand)?total)(?!.{12})/i.test(first);
};

type Place = Pick<SheetHead<ImportKind>, "row" | "headings">;

const repeatsHeadings = ({ cells }: SheetRow, head: Place) =>
  head.headings.length > 0 && headingTexts(cells).join("\n") === head.headings.join("\n");

const isData = (row: SheetRow, head: Place) =>
  row.row > head.row && !isTotal(row) && !repeatsHeadings(row, head) && !row.cells.every(isBlank);

/**
 * Finds the headings of each sheet and passes on its rows of data; blank rows, totals and repeated headings
 * are left out in silence. Throws ImportError `empty` for a file without any row.
 */
export async function* locate<K extends ImportKind>(
  kind: K,
  rows: AsyncIterable<SheetRow>,
  changes: MatchingChanges<K> = {},
): AsyncGenerator<Located<K>> {
  let waiting: SheetRow[] = [];
  let head: SheetHead<K> | undefined;
  let sheets = 0;
  const settle = function* (): Generator<Located<K>> {
    if (waiting.length === 0) return;
    const settled = headOf(kind, waiting, changes);
    head = settled;
    sheets++;
    yield { head: settled };
    for (const data of waiting) if (isData(data, settled)) yield { head: settled, data };
    waiting = [];
  };
  for await (const data of rows) {
    if (data.sheet !== (head?.sheet ?? waiting[0]?.sheet ?? data.sheet)) {
      yield* settle();
      head = undefined;
    }
    if (head) {
      if (isData(data, head)) yield { head, data };
      continue;
    }
    waiting.push(data);
    if (waiting.length >= searched) yield* settle();
  }
  yield* settle();
  if (sheets === 0) throw new ImportError("empty", "no rows");
}

/** A sheet as a preview shows it: its head, how many rows of data it has, and the first few. */
export interface SheetPreview<K extends ImportKind> extends SheetHead<K> {
  rows: number;
  first: SheetRow[];
}

/**
 * Reads a file for its preview. Throws ImportError `no_headings` when no sheet has anything like headings.
 */
export async function previewSheets<K extends ImportKind>(
  kind: K,
  rows: AsyncIterable<SheetRow>,
  changes: MatchingChanges<K> = {},
  shown = 5,
): Promise<SheetPreview<K>[]> {
  const previews: SheetPreview<K>[] = [];
  for await (const { head, data } of locate(kind, rows, changes)) {
    if (!data) previews.push({ ...head, rows: 0, first: [] });
    const preview = previews.at(-1);
    if (!data || !preview) continue;
    preview.rows++;
    if (preview.first.length < shown) preview.first.push(data);
  }
  if (previews.every(({ row }) => row === 0)) throw new ImportError("no_headings");
  return previews;
}
