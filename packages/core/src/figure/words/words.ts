import type { DrillableFigure } from "../terms";

/** The names of all figures that a comparison shows, and the rank. */
export type FigureName = DrillableFigure | "satisfied" | "score" | "rank" | "response";

/** A figure's name, its definition in a sentence, and what stands above and below its line. */
export type FigureWord = {
  readonly name: string;
  readonly definition: string;
  readonly numerator?: string;
  readonly denominator?: string;
};
export type FigureWords = Readonly<Record<FigureName, FigureWord>>;
