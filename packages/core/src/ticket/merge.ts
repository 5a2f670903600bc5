import { cursorAfter, keyBefore } from "../table/cursor";

/** Items of one sorted list that come after a key, the first of them; fewer than asked for means no more. */
export type Source<T> = (after: string | undefined, limit: number) => Promise<T[]>;

export type Merge<T extends object> = {
  /** What is listed, filters included: a cursor only goes on with the list it is of. */
  list: string;
  sources: readonly Source<T>[];
  /** By what every source is sorted; unique. */
  keyOf: (item: T) => string;
  order: "ascending" | "descending";
  /** What is listed of it, where that is not all. */
  wanted?: (item: T) => boolean;
  limit: number;
  cursor?: string;
};

type Open<T extends object> = {
  source: Source<T>;
  ready: T[];
  last: string | undefined;
  more: boolean;
  /** So much is read next, and so many times as much after that. */
  piece: number;
  growth: number;
};

const mostPiece = 200;

/** A page ends once so many items were looked at, however few of them were wanted. */
export const mostLooked = 500;

/**
 * One page of several sorted lists as if they were one: of some projects, of some states. Each list is read from
 * where the last page ended, in pieces, so that a page costs about its own length however long the lists are.
 */
export async function mergeLists<T extends object>(
  merge: Merge<T>,
): Promise<{ items: T[]; cursor?: string }> {
  const { sources, keyOf, limit, wanted = () => true } = merge;
  const start = merge.cursor === undefined ? undefined : keyBefore(merge.list, merge.cursor);
  const piece = Math.ceil((limit + 1) / Math.max(1, sources.length)) + 2;
  // What is looked through for little is read in ever longer pieces, rather than in many.
  const growth = merge.wanted ? 2 : 1;
  const open = sources.map(
    (source): Open<T> => ({ source, ready: [], last: start, more: true, piece, growth }),
  );
  const items = new Map<string, T>();
  let position = "";
  for (let looked = 0; items.size <= limit; looked++) {
    await Promise.all(open.map((one) => refill(one, keyOf)));
    const next = first(open, merge);
    if (!next) return { items: [...items.values()] };
    if (looked === mostLooked)
      return { items: [...items.values()], cursor: cursorAfter(merge.list, position) };
    position = keyOf(next);
    // A record that moves between two lists while they are read may be met twice.
    if (wanted(next)) items.set(position, next);
  }
  const page = [...items.values()].slice(0, limit);
  const last = page.at(-1);
  return { items: page, cursor: last && cursorAfter(merge.list, keyOf(last)) };
}

async function refill<T extends object>(open: Open<T>, keyOf: (item: T) => string) {
  if (open.ready.length > 0 || !open.more) return;
  open.ready = await open.source(open.last, open.piece);
  open.more = open.ready.length === open.piece;
  open.piece = Math.min(open.piece * open.growth, mostPiece);
  const last = open.ready.at(-1);
  if (last) open.last = keyOf(last);
}

function first<T extends object>(open: readonly Open<T>[], { keyOf, order }: Merge<T>): T | undefined {
  const before = (a: string, b: string) => (order === "ascending" ? a < b : a > b);
  let best: Open<T> | undefined;
  for (const one of open) {
    const [head] = one.ready;
    const [bestHead] = best?.ready ?? [];
    if (head && (!bestHead || before(keyOf(head), keyOf(bestHead)))) best = one;
  }
  return best?.ready.shift();
}

/** The greatest string below `key`, for keys that are no other key's beginning: where a descending list goes on. */
export const below = (key: string) =>
  `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}~`;
