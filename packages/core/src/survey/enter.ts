import * as z from "zod";
import { isoNow } from "../clock";
import { useActor } from "../context";
import { gone, notFound } from "../error";
import { channels } from "../figure/sheet";
import { needHouse } from "../house/reach";
import { idOf, newId } from "../id";
import { verb } from "../verb";
import { takesAnswers } from "./campaign.states";
import { invitationIdOf, SurveyInvitation } from "./invitation.entity";
import { answers, comment } from "./questionnaire";
import { storeAnswer } from "./store";
import { needCampaign } from "./view";

/** Ways in which a member brings an answer in; "link" is the resident's own. */
export const enteredChannels = channels.filter((channel) => channel !== "link");

const household = z.object({
  houseId: idOf("house"),
  houseCode: z.string(),
  /** How the answer that counts came; absent while the household is silent. */
  answeredBy: z.enum(channels).optional(),
});

/** Whether a household of a campaign has answered, before somebody asks it again; never what. */
export const getHousehold = verb({
  name: "survey.household",
  may: "survey.enter",
  input: z.strictObject({ campaignId: idOf("campaign"), houseId: idOf("house") }),
  output: household,
  run: async ({ campaignId, houseId }) => {
    const { invitation } = await needInvitation(campaignId, houseId);
    return { ...invitation, answeredBy: invitation.channel };
  },
});

/**
 * An answer given by phone, in an interview or on paper, entered by a member. It counts in place of an earlier one
 * of the household, whose way it came by is told back. Throws `gone` outside the campaign's time.
 */
export const enterAnswer = verb({
  name: "survey.enter",
  may: "survey.enter",
  input: z.strictObject({
    campaignId: idOf("campaign"),
    houseId: idOf("house"),
    channel: z.enum(enteredChannels),
    answers,
    comment,
  }),
  output: household.extend({ replaced: z.enum(channels).optional() }),
  run: async ({ campaignId, houseId, ...given }, work) => {
    const { campaign, invitation } = await needInvitation(campaignId, houseId);
    if (!takesAnswers(campaign, isoNow())) throw gone("This campaign takes no answers now");
    const actor = useActor();
    const enteredBy = actor.type === "member" ? actor.memberId : undefined;
    await storeAnswer(work, invitation, { ...given, responseId: newId("response"), enteredBy });
    work.about(invitation.invitationId, invitation.projectId, given.channel);
    return { ...invitation, answeredBy: given.channel, replaced: invitation.channel };
  },
});

/** The household's invitation: of a house the member reaches, in a campaign that asked it. */
async function needInvitation(campaignId: string, houseId: string) {
  await needHouse(houseId);
  const campaign = await needCampaign(campaignId);
  const invitation = await SurveyInvitation.get({ invitationId: invitationIdOf(campaignId, houseId) });
  if (!invitation) throw notFound();
  return { campaign, invitation };
}
