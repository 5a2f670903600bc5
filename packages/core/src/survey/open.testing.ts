import { asIfAt } from "../clock";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { runCampaigns } from "./clocks";
import { answerSurvey, enterAnswer, startCampaign } from "./index";
import type { Answers } from "./questionnaire";
import { SurveyResponse } from "./response.entity";
import {
  answered,
  asHousehold,
  type Firm,
  type Household,
  invitationsOf,
  mintHouses,
} from "./survey.testing";

export const noon = "2026-11-02T04:00:00.000Z";
export const at = <T>(body: () => T): T => asIfAt(noon, body);

/** A firm whose campaign has just been opened. */
export async function opened(
  households: Household[],
  more: { name: string; households: Household[] }[] = [],
) {
  const firm = await mintTenant();
  const houses = await mintHouses(firm, households);
  const others: string[] = [];
  for (const project of more) {
    const work = new Work(firm.tenantId);
    const { projectId } = mintProject(work, project.name);
    await work.commit();
    await mintHouses(firm, project.households, projectId);
    others.push(projectId);
  }
  const projectIds = [firm.projectId, ...others];
  const { campaignId } = await at(() => firm.as("headquarters", () => startCampaign({ projectIds })));
  await at(runCampaigns);
  return { firm, houses, campaignId, others, invitations: await invitationsOf(firm) };
}

export const give = (firm: Firm, invitationId: string, answers: Answers, comment?: string) =>
  at(() => asHousehold(firm, invitationId, () => answerSurvey({ answers, comment })));
export const responsesOf = (firm: Firm, invitationId: string) =>
  firm.asSystem(
    async () => (await SurveyResponse.query("table", [invitationId], { begins: "response#" })).items,
  );
export const enter = (
  firm: Firm,
  input: Omit<Parameters<typeof enterAnswer>[0], "answers"> & { value?: number },
) => {
  const { value = 4, ...rest } = input;
  return at(() => firm.as("front_desk", () => enterAnswer({ ...rest, answers: answered(value) })));
};
