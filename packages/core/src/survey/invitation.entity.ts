import * as z from "zod";
import { instant, month } from "../clock";
import { channels } from "../figure/sheet";
import { derivedId, idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";

/**
 * One household of a campaign and whether it has spoken. `residentId` is whom the link went to; without one nobody
 * could be reached, and the household is undeliverable until it answers in some other way.
 */
export const invitationSchema = z.object({
  invitationId: idOf("surveyInvitation"),
  campaignId: idOf("campaign"),
  projectId: idOf("project"),
  houseId: idOf("house"),
  houseCode: z.string(),
  openedMonth: month,
  residentId: idOf("resident").optional(),
  locale: locale.optional(),
  /** Kept in words, as the message is that carried it: a reminder must carry the very same link. */
  token: z.string().optional(),
  refuseToken: z.string().optional(),
  invitedAt: instant,
  /** Reminders that left. */
  reminders: z.int().min(0).max(2).default(0),
  /** The answer that counts, and by which way it came. */
  responseId: idOf("response").optional(),
  channel: z.enum(channels).optional(),
  answeredAt: instant.optional(),
  /** The link takes one answer. */
  linkUsed: z.boolean().default(false),
});

/** By project for recounts (gsi1); those reached and still silent by campaign and project (gsi2). */
export const SurveyInvitation = entity({
  name: "surveyInvitation",
  schema: invitationSchema,
  key: (key: { invitationId: string }) => [[key.invitationId], "invitation"],
  indexes: {
    gsi1: (item) => [[item.projectId, "surveyInvitation"], item.invitationId],
    gsi2: (item) =>
      item.residentId && !item.responseId
        ? [[item.campaignId, item.projectId, "silent"], item.houseCode]
        : undefined,
  },
});

/** The id of a household's invitation: a household cannot have two in one campaign. */
export const invitationIdOf = (campaignId: string, houseId: string) =>
  derivedId("surveyInvitation", campaignId, houseId);
