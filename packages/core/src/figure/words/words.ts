import type { Trade } from "../../member/member.entity";
import type { SummedFigure } from "../terms";

/** The names of all figures that a comparison shows, and the rank. */
export type FigureName = SummedFigure | "rank";

/** A figure's name, its definition in a sentence, and what stands above and below its line. */
export type FigureWord = {
  readonly name: string;
  readonly definition: string;
  readonly numerator?: string;
  readonly denominator?: string;
};
export type FigureWords = Readonly<Record<FigureName, FigureWord>>;

/** What the sheets of a month's dashboard are headed with. */
export type DashboardWords = Readonly<
  Record<
    | ("dashboard" | "clocks" | "clock" | "kept" | "onTime" | "due" | "categories" | "kind" | "category")
    | ("trades" | "trade" | "projects" | "hours" | "weekday" | "closed"),
    string
  >
> & {
  /** From Monday. */
  readonly weekdays: readonly string[];
  readonly tradeNames: Readonly<Record<Trade | "none", string>>;
};
