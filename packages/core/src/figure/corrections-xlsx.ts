import type * as z from "zod";
import { dateOf } from "../clock";
import type { Cell, SheetToWrite } from "../importing/index";
import type { rowView } from "./compare-row";
import { type Rate, toNumber } from "./rate";
import { figureTerms, type SummedFigure, summedFigures } from "./terms";
import type * as en from "./words/en";
import type * as zh from "./words/zh-CN";

type Row = z.output<typeof rowView>;
export type Words = typeof zh | typeof en;
type Value = number | Rate | null;

/**
 * What has become of closed months: a line for each figure that is not what it was, with both and the difference.
 * Rates in percent to one decimal, and what they are made of beside them (money in yuan). No sheet where nothing
 * is closed.
 */
export function correctionsSheet(
  rows: readonly (readonly [name: string, row: Row])[],
  { comparisonWords: own, figureWords }: Words,
  zone: string,
): SheetToWrite[] {
  if (rows.every(([, { closing }]) => closing === null)) return [];
  const headings = [own.project, own.figure, own.closedOn, own.correctedOn, own.atClosing, own.now];
  const sides = [own.atClosing, own.now].flatMap((when) =>
    [own.numerator, own.denominator].map((side) => `${when} · ${side}`),
  );
  const lines = rows.flatMap(([name, row]) =>
    summedFigures.flatMap((figure) => {
      const now = row.closing?.now[figure];
      if (!row.closing || now === undefined) return [];
      const closedOn = dateOf(row.closing.closedAt, zone);
      const then = valueIn(row, figure);
      const [was, is] = [shown(figure, then), shown(figure, now)];
      const difference = was === null || is === null ? null : rounded(is - was);
      const about = [name, figureWords[figure].name, closedOn, row.closing.correctedOn];
      const made = [...sidesOf(figure, then), ...sidesOf(figure, now)];
      return [[...about, was, is, difference, unitOf(figure, own.points), ...made]];
    }),
  );
  return [
    {
      name: own.corrections,
      columns: [...headings, own.difference, own.unit, ...sides].map((heading) => ({ heading, width: 16 })),
      rows: lines,
    },
  ];
}

/** A figure where it stands in a row. */
function valueIn({ satisfaction, collection, service }: Row, figure: SummedFigure): Value {
  const all: Partial<Record<SummedFigure, Value>> = { ...collection, ...service };
  const { satisfied, score, response } = satisfaction;
  return { ...all, satisfied, score, response }[figure] ?? null;
}

const rounded = (value: number) => Math.round(value * 10) / 10;
const isPlain = (figure: SummedFigure) => figureTerms[figure].denominator.length === 0;

function shown(figure: SummedFigure, value: Value): number | null {
  if (value === null || typeof value === "number") return value;
  return rounded(toNumber(value) * (figure === "score" ? 1 : 100));
}

const unitOf = (figure: SummedFigure, points: string) =>
  isPlain(figure) ? "" : figure === "score" ? points : "%";

function sidesOf(figure: SummedFigure, value: Value): Cell[] {
  if (value === null || typeof value === "number") return [null, null];
  const scale = figureTerms[figure].unit === "fen" ? 100 : 1;
  return [value.numerator / scale, value.denominator / scale];
}
