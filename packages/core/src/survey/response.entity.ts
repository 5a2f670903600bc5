import * as z from "zod";
import { instant, localDate, month } from "../clock";
import { channels, stages } from "../figure/sheet";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { answers } from "./questionnaire";

/**
 * What a household answered, with all that its figures need. Only the last answer counts; earlier ones stay,
 * superseded, and are in no figure.
 */
export const responseSchema = z.object({
  responseId: idOf("response"),
  invitationId: idOf("surveyInvitation"),
  campaignId: idOf("campaign"),
  projectId: idOf("project"),
  openedMonth: month,
  channel: z.enum(channels),
  stage: z.enum(stages),
  answers,
  comment: z.string().optional(),
  /** Where the comment lies among the project's, if there is one. */
  commentKey: z.string().optional(),
  at: instant,
  /** The member who entered it; nobody for an answer by link. */
  enteredBy: idOf("member").optional(),
  superseded: z.boolean().default(false),
});

/** Lies with its invitation; by project for recounts (gsi1). */
export const SurveyResponse = entity({
  name: "surveyResponse",
  schema: responseSchema,
  key: (key: { invitationId: string; responseId: string }) => [
    [key.invitationId],
    `response#${key.responseId}`,
  ],
  indexes: { gsi1: (response) => [[response.projectId, "surveyResponse"], response.responseId] },
});

/**
 * A comment for people to read. It lies apart from its response, ordered by day and then by chance, so that neither
 * its place nor a page's cursor tells whose it is.
 */
export const SurveyComment = entity({
  name: "surveyComment",
  schema: z.object({
    commentKey: z.string(),
    campaignId: idOf("campaign"),
    projectId: idOf("project"),
    houseId: idOf("house"),
    houseCode: z.string(),
    on: localDate,
    channel: z.enum(channels),
    overall: z.int().min(1).max(5).nullable(),
    text: z.string(),
  }),
  key: (key: { campaignId: string; projectId: string; commentKey: string }) => [
    [key.campaignId, key.projectId, "comment"],
    key.commentKey,
  ],
});
