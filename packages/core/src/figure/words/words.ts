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
