import * as z from "zod";
import { instant, month } from "../clock";
import { channels } from "../figure/sheet";
import { derivedId, idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";

/**
 * One household of a campaign and whether it has spoken. `residentId` is whom the link went to; absent where there
 * was nobody to write to.
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
  /** The address at which its letter failed for good, while no later letter has left. */
  failedAt: z.string().optional(),
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

type Delivery = Pick<z.output<typeof invitationSchema>, "residentId" | "failedAt" | "responseId">;

/** Nobody to write to, or nothing written arrived: until the household answers all the same, in whatever way. */
export const isUndeliverable = ({ residentId, failedAt, responseId }: Delivery) =>
  responseId === undefined && (residentId === undefined || failedAt !== undefined);

/**
 * By project for recounts (gsi1); by campaign and project those written to and still silent (gsi2), and the
 * undeliverable (gsi3).
 */
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
    gsi3: (item) =>
      isUndeliverable(item)
        ? [[item.campaignId, item.projectId, "undeliverable"], item.houseCode]
        : undefined,
  },
});

/** The id of a household's invitation: a household cannot have two in one campaign. */
export const invitationIdOf = (campaignId: string, houseId: string) =>
  derivedId("surveyInvitation", campaignId, houseId);
