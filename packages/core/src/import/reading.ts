import { badRequest } from "../error";
import {
  type ArrearsRow,
  type HouseRow,
  type ImportKind,
  previewSheets,
  type RefusedArrears,
  type RefusedHouse,
  readArrears,
  readHouses,
  readRows,
  type SheetRow,
} from "../importing/index";
import type { ItemOf } from "../table/entity";
import { type Import, type Late, maxSheets } from "./import.entity";
import { misfitOf } from "./misfit";

export type ImportItem = ItemOf<typeof Import>;
/** How a file is to be read. */
export type Settings = Pick<ImportItem, "kind" | "fileName" | "matching">;
export type GoodRow = HouseRow | ArrearsRow;
export type RefusedFileRow = RefusedHouse | RefusedArrears;

/** One row of data; `n` counts them from 1, good and refused, the same at every reading of the same file. */
export type Step =
  | { n: number; row: GoodRow; refused?: undefined; late?: undefined }
  | { n: number; row?: undefined; refused: RefusedFileRow; late?: undefined }
  | { n: number; row: GoodRow; refused?: undefined; late: Late };

/** A sheet's headings and which field each column (from 0) is taken for; `row` is 0 where none were found. */
export type Head = {
  sheet: string;
  row: number;
  headings: string[];
  matching: Record<string, number>;
  missing: string[];
};

/** The rows among which the headings of a sheet are searched. */
const searched = 30;

/** The name that stands for the project where a file names none: its own, without what follows the dot. */
export const baseName = (fileName: string) => fileName.replace(/\.[^.]*$/, "").trim();

/** Reads a file row by row as its settings say; what it keeps are the first rows of each sheet, for `heads`. */
export class Reading {
  private readonly tasted = new Map<string, SheetRow[]>();
  private readonly changes: Record<string, Record<string, number | null>>;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly settings: Settings,
    /** Hears of every row of the file. */
    private readonly onRow?: (row: SheetRow) => void,
  ) {
    this.changes = Object.fromEntries(settings.matching.map(({ sheet, fields }) => [sheet, fields]));
  }

  /** Every row of data in the order of the file. Throws ImportError for a file that is no good as a whole. */
  async *steps(): AsyncGenerator<Step> {
    let n = 0;
    for await (const one of this.read()) {
      n++;
      if (one.kind === "refused") yield { n, refused: one };
      else {
        const misfit = misfitOf(one);
        yield misfit ? { n, row: one, late: { ...placeOf(n, one), ...misfit } } : { n, row: one };
      }
    }
  }

  /** The heads of the sheets read so far, as this kind or another. Throws ImportError `no_headings` for none. */
  async heads(kind: ImportKind = this.settings.kind): Promise<Head[]> {
    const changes = kind === this.settings.kind ? this.changes : {};
    const heads = await previewSheets(kind, inTurn([...this.tasted.values()].flat()), changes, 0);
    return heads.map(({ sheet, row, headings, matching, missing }) => ({
      ...{ sheet, row, headings, missing },
      matching: Object.fromEntries(Object.entries<number | undefined>(matching)) as Record<string, number>,
    }));
  }

  private read() {
    const { kind, fileName } = this.settings;
    const options = { changes: this.changes, project: baseName(fileName) };
    const rows = this.taste(readRows(this.bytes));
    return kind === "houses" ? readHouses(rows, options) : readArrears(rows, options);
  }

  private async *taste(rows: AsyncIterable<SheetRow>): AsyncGenerator<SheetRow> {
    for await (const row of rows) {
      const first = this.tasted.get(row.sheet) ?? [];
      if (first.length === 0) this.tasted.set(row.sheet, first);
      if (this.tasted.size > maxSheets)
        throw badRequest(`At most ${maxSheets} sheets, please split the file`, "file");
      if (first.length < searched) first.push(row);
      this.onRow?.(row);
      yield row;
    }
  }
}

/** Where a row stands, to name it to people. */
export function placeOf(n: number, row: GoodRow): Pick<Late, "n" | "sheet" | "row" | "house"> {
  const { sheet } = row;
  if (row.kind === "house") return { n, sheet, row: row.row, house: row.house.code };
  return { n, sheet, row: row.line, house: row.houseCode };
}

async function* inTurn<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

/** The heading that stands above a field's column; the field's own name where it has none. */
export function headingOf(heads: readonly Head[], sheet: string, field: string): string {
  const head = heads.find((one) => one.sheet === sheet);
  const column = head?.matching[field];
  return (column === undefined ? undefined : head?.headings[column]) || field;
}
