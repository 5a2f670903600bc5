import type * as z from "zod";
import { invitationSchema, isUndeliverable, SurveyInvitation } from "../survey/invitation.entity";
import { responseSchema, SurveyResponse } from "../survey/response.entity";
import type { Contributor } from "./contributors";
import { answerValues, type Cell, cell, dimensions, questions } from "./sheet";

const countedInvitation = invitationSchema.pick({
  campaignId: true,
  projectId: true,
  openedMonth: true,
  residentId: true,
  failedAt: true,
  responseId: true,
});
const countedResponse = responseSchema.pick({
  campaignId: true,
  projectId: true,
  openedMonth: true,
  channel: true,
  stage: true,
  answers: true,
  superseded: true,
});

/** A household: invited, and answered or undeliverable. */
function householdCells({
  campaignId,
  projectId,
  openedMonth,
  ...household
}: z.output<typeof countedInvitation>) {
  const columns = [
    "invited" as const,
    ...(household.responseId !== undefined ? ["answered" as const] : []),
    ...(isUndeliverable(household) ? ["undeliverable" as const] : []),
  ];
  const [year = "", month = ""] = openedMonth.split("-");
  return columns.flatMap((column) => [
    cell("survey", campaignId, projectId, "households", column),
    cell("satisfaction", year, projectId, month, column),
  ]);
}

type CountedResponse = z.output<typeof countedResponse>;
const numbered = (answer: number | null) => answerValues[(answer ?? 0) - 1];

/** An answer that counts: each question by the channel it came by and by how long the house is handed over. */
function answerCells(response: CountedResponse): Cell[] {
  if (response.superseded) return [];
  const { campaignId, projectId, openedMonth, channel, stage, answers } = response;
  const [year = "", month = ""] = openedMonth.split("-");
  const columnOf = (answer: number | null) => numbered(answer) ?? "na";
  return [
    ...questions.flatMap((question) => {
      const column = columnOf(answers[question]);
      return [
        cell("survey", campaignId, projectId, `${question}/${channel}`, column),
        cell("survey", campaignId, projectId, `${question}/${stage}`, column),
      ];
    }),
    ...driverCells(response),
    cell("satisfaction", year, projectId, month, columnOf(answers.overall)),
  ];
}

/** Each dimension beside the overall answer, where both were given. */
function driverCells({ campaignId, projectId, answers }: CountedResponse): Cell[] {
  const overall = numbered(answers.overall);
  return dimensions.flatMap((dimension) => {
    const own = numbered(answers[dimension]);
    return own && overall ? [cell("drivers", campaignId, projectId, `${dimension}/${own}`, overall)] : [];
  });
}

/** Households invited and answered. */
export const surveyInvitationCells: Contributor = {
  kind: SurveyInvitation.name,
  cells: (record) => householdCells(countedInvitation.parse(record)),
  records: async function* (projectId) {
    for await (const item of SurveyInvitation.all("gsi1", [projectId, "surveyInvitation"]))
      yield { ...item, ...SurveyInvitation.key(item), kind_: SurveyInvitation.name };
  },
};

/** What they answered. */
export const surveyResponseCells: Contributor = {
  kind: SurveyResponse.name,
  cells: (record) => answerCells(countedResponse.parse(record)),
  records: async function* (projectId) {
    for await (const item of SurveyResponse.all("gsi1", [projectId, "surveyResponse"]))
      yield { ...item, ...SurveyResponse.key(item), kind_: SurveyResponse.name };
  },
};
