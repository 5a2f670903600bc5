import { assertCount } from "./rate";

/** Answers from which a figure is shown (figures.md, Satisfaction). */
export const SHOWN_FROM = 5;

/** Answers from which a project is ranked (figures.md, Satisfaction). */
export const RANKED_FROM = 30;

/** empty: nobody answered, so there is no figure to hide. */
export type Visibility = "shown" | "hidden" | "empty";

/** Whether so few answers must be hidden for their own sake. */
export function isTooFew(answers: number): boolean {
  assertCount(answers);
  return answers > 0 && answers < SHOWN_FROM;
}

/** Whether so many answers are enough for a place in the ranking. */
export function isRanked(answers: number): boolean {
  assertCount(answers);
  return answers >= RANKED_FROM;
}

/** Visibility of a cell with so many answers, given whether it was decided to hide it. */
export function visibility(answers: number, hidden: boolean): Visibility {
  if (answers === 0) return "empty";
  return hidden ? "hidden" : "shown";
}

/** Whether groups with so many answers each stay unknown although the sum of them can be found. */
const areSafe = (hidden: readonly number[]) =>
  hidden.length === 0 || (hidden.length > 1 && hidden.reduce((a, b) => a + b, 0) >= SHOWN_FROM);

/**
 * Whether the total of some of the groups may be shown beside them, to somebody who sees no others: not when it
 * tells of too few, nor when a hidden group could be found by taking the shown ones off it.
 */
export function totalOfSome(
  groups: readonly { readonly answers: number; readonly visibility: Visibility }[],
): Visibility {
  const total = groups.reduce((sum, { answers }) => sum + answers, 0);
  const hidden = groups.filter((group) => group.visibility === "hidden").map(({ answers }) => answers);
  return visibility(total, isTooFew(total) || !areSafe(hidden));
}

/**
 * Which groups may be shown beside their total, all with so many answers each; the groups must part the
 * total completely. Groups below 5 are hidden, and as many of the smallest others as it takes that the
 * hidden ones cannot be found by subtraction: at least two of them, with 5 answers or more together.
 * Empty groups hide nobody, since that nobody answered there may be known.
 * Source: primary and complementary cell suppression, Willenborg & de Waal, Elements of Statistical
 * Disclosure Control (2001), ch. 4.
 */
export function suppressGroups(answers: readonly number[]): {
  readonly total: Visibility;
  readonly groups: Visibility[];
} {
  const total = answers.reduce((sum, count) => sum + count, 0);
  const hidden = new Set([...answers.keys()].filter((index) => isTooFew(answers[index] ?? 0)));
  const hiddenAnswers = () => [...hidden].map((index) => answers[index] ?? 0);
  const others = [...answers.keys()]
    .filter((index) => (answers[index] ?? 0) >= SHOWN_FROM)
    .sort((a, b) => (answers[a] ?? 0) - (answers[b] ?? 0));
  for (const smallest of others) {
    if (areSafe(hiddenAnswers())) break;
    hidden.add(smallest);
  }
  return {
    total: visibility(total, isTooFew(total)),
    groups: answers.map((count, index) => visibility(count, hidden.has(index))),
  };
}
