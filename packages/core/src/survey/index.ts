import * as z from "zod";
import { dimensions, questions } from "../figure/sheet";
import { locales } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { questionnaire, scale } from "./questionnaire";

export { answerSurvey, openSurvey } from "./answer";
export { Campaign, CampaignClock, campaignSchema } from "./campaign.entity";
export { runCampaigns } from "./clocks";
export { listComments } from "./comments";
export { enterAnswer, enteredChannels, getHousehold } from "./enter";
export { getCampaign, getProjectResult } from "./get";
export { invitationIdOf, SurveyInvitation } from "./invitation.entity";
export { closeCampaign, listCampaigns } from "./manage";
export {
  type Answers,
  answers,
  comment,
  commentLimit,
  type QuestionKey,
  questionnaire,
  scale,
} from "./questionnaire";
export { SurveyComment, SurveyResponse } from "./response.entity";
export { startCampaign } from "./start";
export { listUndeliverable } from "./undeliverable";

const question = z.object({
  key: z.enum(questions),
  dimension: z.boolean(),
  name: z.string(),
  text: z.string(),
  hint: z.string().optional(),
});

/** The questionnaire in both languages, for whoever enters an answer given by phone or on paper. */
export const getQuestionnaire = verb({
  name: "survey.questionnaire",
  may: ["survey.read", "survey.enter"],
  input: z.strictObject({}),
  output: z.record(z.enum(locales), z.object({ scale: z.array(z.string()), questions: z.array(question) })),
  run: async () => ({ "zh-CN": words("zh-CN"), en: words("en") }),
});

const words = (locale: (typeof locales)[number]) => ({
  scale: [...scale[locale]],
  questions: questions.map((key) => ({
    key,
    dimension: dimensions.some((one) => one === key),
    ...questionnaire[locale][key],
  })),
});
