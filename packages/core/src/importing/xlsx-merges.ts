import type { Cell, SheetRow } from "./cell";
import { columnIndex } from "./xlsx-sheet";

interface Merge {
  column: number;
  top: number;
  bottom: number;
}

const pattern = /<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g;

/**
 * The merged cells of a sheet that span several rows. They are listed behind the rows, so a sheet is
 * passed through once just for them, as text, before its rows are read.
 */
export async function readMerges(pieces: AsyncIterable<Buffer>): Promise<Merge[]> {
  const merges: Merge[] = [];
  let carried = "";
  for await (const piece of pieces) {
    const text = carried + piece.toString("latin1");
    for (const [, letters = "", top, bottom] of text.matchAll(pattern)) {
      const merge = { column: columnIndex(letters), top: Number(top), bottom: Number(bottom) };
      if (merge.bottom > merge.top) merges.push(merge);
    }
    const open = text.lastIndexOf("<");
    // A tag cut in two is matched with the next piece; longer tails are text, not a tag.
    carried = open > text.lastIndexOf(">") && text.length - open < 1024 ? text.slice(open) : "";
  }
  return merges;
}

/**
 * Gives each row the value that people see in its merged cells: the top one, in the first column of the
 * merge. Rows without any cell of their own stay out, so that blank rows remain blank.
 */
export class MergeFiller {
  private readonly byTop = new Map<number, Merge[]>();
  private active: { merge: Merge; value: Cell }[] = [];

  constructor(merges: Merge[]) {
    for (const merge of merges) {
      const same = this.byTop.get(merge.top);
      if (same) same.push(merge);
      else this.byTop.set(merge.top, [merge]);
    }
  }

  fill(row: SheetRow): SheetRow {
    this.active = this.active.filter(({ merge }) => merge.bottom >= row.row);
    for (const { merge, value } of this.active) {
      while (row.cells.length <= merge.column) row.cells.push(null);
      row.cells[merge.column] ??= value;
    }
    for (const merge of this.byTop.get(row.row) ?? []) {
      const value = row.cells[merge.column] ?? null;
      if (value !== null) this.active.push({ merge, value });
    }
    return row;
  }
}
