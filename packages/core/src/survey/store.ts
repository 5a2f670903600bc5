import { dateOf } from "../clock";
import type { channels } from "../figure/sheet";
import { House } from "../house/house.entity";
import { newToken } from "../link/link";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { ownerStage } from "./dates";
import { SurveyInvitation } from "./invitation.entity";
import type { Answers } from "./questionnaire";
import { SurveyComment, SurveyResponse } from "./response.entity";

export type InvitationItem = ItemOf<typeof SurveyInvitation>;
export type Given = {
  responseId: string;
  channel: (typeof channels)[number];
  answers: Answers;
  comment?: string;
  enteredBy?: string;
};

/**
 * Makes an answer the one that counts for its household, in place of an earlier one, which stays but counts no more.
 * Two at once change the same invitation: one of them runs again on what the other left.
 */
export async function storeAnswer(work: Work, invitation: InvitationItem, given: Given) {
  const { invitationId, campaignId, projectId, houseId, openedMonth } = invitation;
  const on = dateOf(work.now, await tenantZone());
  const house = await House.get({ houseId });
  await supersede(work, invitation);
  const commentKey = given.comment && `${on}#${newToken()}`;
  work.create(SurveyResponse, {
    ...given,
    invitationId,
    campaignId,
    projectId,
    openedMonth,
    stage: ownerStage(house?.handoverDate, on),
    commentKey,
    at: work.now,
  });
  if (given.comment && commentKey)
    work.create(SurveyComment, {
      commentKey,
      campaignId,
      projectId,
      houseId,
      houseCode: invitation.houseCode,
      on,
      channel: given.channel,
      overall: given.answers.overall,
      text: given.comment,
    });
  work.patch(SurveyInvitation, invitation, {
    responseId: given.responseId,
    channel: given.channel,
    answeredAt: work.now,
    linkUsed: invitation.linkUsed || given.channel === "link",
  });
}

async function supersede(work: Work, { invitationId, responseId }: InvitationItem) {
  const earlier = responseId && (await SurveyResponse.get({ invitationId, responseId }));
  if (!earlier) return;
  work.patch(SurveyResponse, earlier, { superseded: true });
  const comment =
    earlier.commentKey && (await SurveyComment.get({ ...earlier, commentKey: earlier.commentKey }));
  if (comment) work.remove(SurveyComment, comment);
}
