import * as z from "zod";
import { isoNow, localDate } from "../clock";
import { useActor } from "../context";
import { conflict, forbidden, gone } from "../error";
import { derivedId } from "../id";
import { Project } from "../project/project.entity";
import { locale, Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { Campaign, campaignTitle } from "./campaign.entity";
import { takesAnswers } from "./campaign.states";
import type { CampaignItem } from "./chunk";
import { SurveyInvitation } from "./invitation.entity";
import { answers, comment } from "./questionnaire";
import { type InvitationItem, storeAnswer } from "./store";

/** open: the form may be filled in; early: the day has not come. */
export const surveyStates = ["early", "open", "answered", "closed"] as const;
type SurveyState = (typeof surveyStates)[number];

/** What a survey link opens, for its page. */
export const openSurvey = verb({
  name: "survey.open",
  may: "resident",
  input: z.strictObject({}),
  output: z.object({
    state: z.enum(surveyStates),
    firm: z.string(),
    project: z.string(),
    title: campaignTitle,
    closesOn: localDate,
    locale: locale.optional(),
  }),
  run: async () => {
    const { invitation, campaign } = await linked();
    const [tenant, project] = await Promise.all([Tenant.need({}), Project.get(invitation)]);
    return {
      state: surveyState(invitation, campaign),
      firm: tenant.name,
      project: project?.name ?? "",
      title: campaign.title,
      closesOn: campaign.closesOn,
      locale: invitation.locale,
    };
  },
});

/**
 * The household's answer by its link, which takes one. Throws `conflict` when it took one already, `gone` when the
 * campaign is over.
 */
export const answerSurvey = verb({
  name: "survey.answer",
  may: "resident",
  input: z.strictObject({ answers, comment }),
  output: z.object({}),
  run: async (input, work) => {
    const { invitation, campaign } = await linked();
    const state = surveyState(invitation, campaign);
    if (state === "answered") throw conflict("This household has answered already");
    if (state !== "open") throw gone("This survey is closed");
    const responseId = derivedId("response", invitation.invitationId, "link");
    await storeAnswer(work, invitation, { ...input, responseId, channel: "link" });
    work.about(invitation.campaignId, invitation.projectId);
    return {};
  },
});

async function linked() {
  const actor = useActor();
  if (actor.type !== "resident") throw forbidden();
  const invitation = await SurveyInvitation.need({ invitationId: actor.subjectId });
  return { invitation, campaign: await Campaign.need(invitation) };
}

function surveyState(invitation: InvitationItem, campaign: CampaignItem): SurveyState {
  if (invitation.linkUsed) return "answered";
  if (takesAnswers(campaign, isoNow())) return "open";
  return campaign.state === "draft" ? "early" : "closed";
}
