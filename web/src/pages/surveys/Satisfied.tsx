import { useText } from "../../i18n/useText";
import { Count } from "../../ui/Count";
import { Figure } from "../../ui/Figure";
import { type QuestionFigure, rateOf } from "./figures";
import styles from "./Surveys.module.css";

interface QuestionCellProps {
  figure: QuestionFigure;
  label: string;
}

/** Why a question's figure is not to be seen; undefined when it is. */
export function useHiddenWords(): (figure: QuestionFigure) => string | undefined {
  const text = useText();
  return ({ visibility }) => {
    if (visibility === "shown") return undefined;
    return text(visibility === "hidden" ? "surveys:hidden" : "surveys:empty");
  };
}

/** The satisfied rate with its interval; in words while fewer than five have answered. */
export function Satisfied({ figure, label }: QuestionCellProps) {
  const hidden = useHiddenWords()(figure);
  if (hidden) return <span className={styles.soft}>{hidden}</span>;
  return (
    <Figure
      value={rateOf(figure.satisfied)}
      kind="rate"
      label={label}
      interval={figure.interval && [figure.interval.low, figure.interval.high]}
      answers={figure.answers ?? undefined}
    />
  );
}

/** Mean × 20 of a question. */
export function Score({ figure, label }: QuestionCellProps) {
  const text = useText();
  if (figure.visibility !== "shown") return <span>{text("common:none")}</span>;
  return <Figure value={rateOf(figure.score)} kind="score" label={label} />;
}

/** Valid answers, as far as they may be told. */
export function Answers({ figure }: { figure: QuestionFigure }) {
  return <Count of={figure.answers} />;
}
