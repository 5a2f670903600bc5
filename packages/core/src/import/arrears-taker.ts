import { importOpeningArrears, type OpeningRefusal } from "../fee/opening";
import { groupBy } from "../group";
import { houseIdOf } from "../house/house.entity";
import type { ArrearsRow, RowReason } from "../importing/index";
import { yuan } from "../money";
import { Work } from "../table/work";
import type { Progress } from "./progress";
import { type ImportItem, placeOf, type Step } from "./reading";
import { Taker } from "./taker";

/** Few enough that all their refusals fit the one transaction that moves the import on. */
const blockSize = 96;

const reasons: Record<OpeningRefusal, { field: string; reason: RowReason }> = {
  house: { field: "house", reason: "house_unknown" },
  differs: { field: "due", reason: "arrears_differ" },
  billed: { field: "period", reason: "arrears_billed" },
  cancelled: { field: "period", reason: "arrears_cancelled" },
  period: { field: "period", reason: "period_invalid" },
  amount: { field: "due", reason: "money_invalid" },
};

type Due = { n: number; row: ArrearsRow; projectId: string };

/**
 * Takes in opening arrears as bills of their months. The bills are written before the progress that counts them: a
 * worker killed in between finds them there, and they count as unchanged then; the sums are the same.
 */
export class ArrearsTaker extends Taker {
  constructor(item: ImportItem, progress: Progress) {
    super(item, progress, blockSize);
  }

  protected hear() {}

  protected async take(block: readonly Step[]) {
    const work = new Work(this.item.tenantId);
    const due: Due[] = [];
    for (const { n, row, refused, late } of block) {
      const projectId = row && this.projectOf(row.project);
      if (refused) this.progress.refuse(n, refused.project);
      else if (projectId && late) this.progress.refuseLate(work, late, row.project);
      else if (projectId && row.kind === "arrears") due.push({ n, row, projectId });
    }
    for (const [name, rows] of groupBy(due, ({ row }) => row.project)) await this.bill(work, name, rows);
    this.progress.pass(block.at(-1)?.n ?? this.progress.reached);
    await this.progress.save(work);
  }

  private async bill(work: Work, name: string, due: readonly Due[]) {
    const { lines, unchanged, refused } = await importOpeningArrears(due.map(openingRow));
    const why = new Map(refused.map(({ index, reason }) => [index, reasons[reason]]));
    const sums = { created: lines, unchanged, dueFen: 0, paidFen: 0, outstandingFen: 0 };
    for (const [index, { n, row }] of due.entries()) {
      const late = why.get(index);
      if (late) {
        this.progress.refuseLate(work, { ...placeOf(n, row), ...late, value: cellOf(row, late.field) }, name);
        continue;
      }
      sums.dueFen += row.dueFen;
      sums.paidFen += row.paidFen;
      sums.outstandingFen += row.outstandingFen;
    }
    this.progress.tookArrears(name, sums);
  }
}

function cellOf(row: ArrearsRow, field: string): string {
  if (field === "due") return yuan(row.dueFen);
  return field === "period" ? row.period : row.houseCode;
}

const openingRow = ({ projectId, row }: Due) => ({
  projectId,
  houseId: houseIdOf(projectId, row.houseCode),
  item: row.item,
  period: row.period,
  dueFen: row.dueFen,
  paidFen: row.paidFen,
});
