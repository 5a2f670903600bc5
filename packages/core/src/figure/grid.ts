/**
 * Bytes per number: 3 for counts, up to eight million each; 7 for fen, every safe integer. 4 and 8, the latter a
 * float, are what closed months are frozen in and what earlier versions kept sheets in.
 */
type Width = 3 | 4 | 7 | 8;

/** A kind of grid: its named rows and columns. */
export type Family = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly width: Width;
};

const bits16 = 0x1_0000;
const bits32 = 0x1_0000_0000;

/** How a number lies in so many bytes: the high ones first, two's complement. */
const numbers: Record<
  Width,
  { read: (view: DataView, at: number) => number; write: (view: DataView, at: number, value: number) => void }
> = {
  3: {
    read: (view, at) => view.getInt8(at) * bits16 + view.getUint16(at + 1),
    write: (view, at, value) => {
      view.setInt8(at, Math.floor(value / bits16));
      view.setUint16(at + 1, value);
    },
  },
  4: {
    read: (view, at) => view.getInt32(at),
    write: (view, at, value) => view.setInt32(at, value),
  },
  7: {
    read: (view, at) => numbers[3].read(view, at) * bits32 + view.getUint32(at + 3),
    write: (view, at, value) => {
      numbers[3].write(view, at, Math.floor(value / bits32));
      view.setUint32(at + 3, value);
    },
  },
  8: {
    read: (view, at) => view.getFloat64(at),
    write: (view, at, value) => view.setFloat64(at, value),
  },
};

/** The numbers of one grid, to read and to add to. */
export class Grid {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private readonly view: DataView;

  /** A grid of zeros, or of what was stored; a shorter, older one reads as zeros where it has no column yet. */
  constructor(
    private readonly family: Family,
    stored: Uint8Array = new Uint8Array(),
  ) {
    const { rows, columns, width } = family;
    this.bytes = new Uint8Array(rows.length * columns.length * width);
    this.bytes.set(stored.subarray(0, this.bytes.length));
    this.view = new DataView(this.bytes.buffer);
  }

  private offset(row: string, column: string) {
    const { rows, columns, width } = this.family;
    const r = rows.indexOf(row);
    const c = columns.indexOf(column);
    if (r < 0 || c < 0) throw new Error(`No cell ${row}/${column}`);
    // Column after column, so that a new column goes to the end and older grids keep their meaning.
    return (c * rows.length + r) * width;
  }

  /** The number at a row and column. */
  at(row: string, column: string): number {
    return numbers[this.family.width].read(this.view, this.offset(row, column));
  }

  add(row: string, column: string, amount: number) {
    const sum = this.at(row, column) + amount;
    numbers[this.family.width].write(this.view, this.offset(row, column), sum);
  }

  /** The sum of a column over some rows. */
  sum(column: string, rows: readonly string[] = this.family.rows): number {
    return rows.reduce((total, row) => total + this.at(row, column), 0);
  }

  /** What is stored. */
  toBytes() {
    return this.bytes;
  }

  /** Every cell that is not zero: for recounts and for people. */
  *nonZero() {
    for (const row of this.family.rows)
      for (const column of this.family.columns) {
        const value = this.at(row, column);
        if (value !== 0) yield { row, column, value };
      }
  }
}
