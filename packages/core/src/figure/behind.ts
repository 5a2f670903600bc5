import { groupBy } from "../group";
import { cursorAfter, keyBefore } from "../table/cursor";
import type { ItemOf } from "../table/entity";
import { type BreakdownName, partOf } from "./breakdown";
import { Counted, cellsIn, parseCell, placeOf } from "./counted.entity";
import type { Period } from "./period";
import { type DrillableFigure, figureTerms, monthsOf, sidesOf, sumOfCells } from "./terms";

/** What one record, a bill with its allocations or a ticket, adds to both sides of a figure. */
export type Share = { record: string; numerator: number; denominator: number };

type Search = {
  projectId: string;
  figure: DrillableFigure;
  period: Period;
  /** Only what a part of service is made of: a category, a trade or an hour. */
  within?: { by: BreakdownName; part: string };
  wanted: (share: Share) => boolean;
  /** What is listed, filters included: a cursor only goes on with the list it is of. */
  list: string;
  limit: number;
  cursor: string | undefined;
};

/** So much is read at once, and so often, before a page ends with what it has. */
const piece = 500;
const mostPieces = 8;

type CountedItem = ItemOf<typeof Counted>;
type Group = { key: string; record: string; items: readonly CountedItem[] };

/**
 * One page of the records that add to a figure, the latest month first. A page may be short, or even empty, where
 * there is more: it reads 4,000 remembered records at most. Throws `not_found` for a cursor of another list.
 */
export async function behind(search: Search): Promise<{ shares: Share[]; cursor?: string }> {
  const { figure, period, within, wanted, list, limit } = search;
  const shares: Share[] = [];
  let position: string | undefined;
  for await (const group of groups(search)) {
    const here = position && cursorAfter(list, position);
    if (!group || shares.length === limit) return { shares, cursor: here };
    position = group.key;
    const all = group.items.flatMap(cellsOf);
    const cells = within ? partOf(all, within.by, within.part) : all;
    const sides = sidesOf(figure, period, sumOfCells(cells));
    const share = { record: group.record, ...sides };
    if ((share.numerator !== 0 || share.denominator !== 0) && wanted(share)) shares.push(share);
  }
  return { shares };
}

const cellsOf = ({ cells }: CountedItem) =>
  Object.entries(cellsIn(cells)).map(([name, amount]) => parseCell(name, amount));

/** Whole records one after the other; undefined says that reading ended before the records did. */
async function* groups({ projectId, figure, period, list, cursor }: Search) {
  const [first, last] = monthsOf(figure, period);
  const between = [first, cursor === undefined ? `${last}~` : keyBefore(list, cursor)] as const;
  const partition = [projectId, "counted", figureTerms[figure].theme];
  let open: readonly CountedItem[] = [];
  let next: string | undefined;
  for (let pieces = 0; pieces < mostPieces; pieces++) {
    const page = await Counted.query("gsi1", partition, {
      ...{ between, reverse: true, limit: piece, cursor: next },
    });
    const found = [...groupBy([...open, ...page.items], ({ record }) => record)].map(groupOf);
    // The last record may go on in the next piece.
    open = page.cursor ? (found.pop()?.items ?? []) : [];
    yield* found;
    if (!page.cursor) return;
    next = page.cursor;
  }
  yield undefined;
}

function groupOf([record, items]: [string, readonly CountedItem[]]): Group {
  const month = items[0] && placeOf(cellsIn(items[0].cells))?.month;
  return { key: `${month ?? ""}#${record}`, record, items };
}
