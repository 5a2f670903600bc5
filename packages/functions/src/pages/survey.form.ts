import { questions } from "@frontdesk/core/figure/sheet";
import { type Answers, commentLimit, questionnaire } from "@frontdesk/core/survey/questionnaire";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Faults } from "./fields";
import { surveyTexts } from "./survey.texts";

/** What "not applicable" is called in the form. */
export const notApplicable = "na";

export type Filled = Readonly<Record<string, string>>;

/** The faults of a filled-in form in the reader's words; none when it is complete. */
export function faultsOf(filled: Filled, locale: Locale): Faults {
  const words = surveyTexts[locale];
  const open = questions.filter((key) => !/^([1-5]|na)$/.test(filled[key] ?? ""));
  const faults = open.map((key) => [key, words.faultOf(questionnaire[locale][key].name, words.choose)]);
  if (commentOf(filled).length > commentLimit)
    faults.push(["comment", words.faultOf(words.commentName, words.tooLong)]);
  return Object.fromEntries(faults);
}

/** A browser sends a line's end as two characters and counts it as one. */
export const commentOf = (filled: Filled) => (filled.comment ?? "").replaceAll("\r\n", "\n").trim();

/** The answers of a form without faults. */
export const answersOf = (filled: Filled) =>
  Object.fromEntries(
    questions.map((key) => [key, filled[key] === notApplicable ? null : Number(filled[key])]),
  ) as Answers;
