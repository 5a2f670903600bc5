import * as z from "zod";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { SurveyInvitation } from "./invitation.entity";
import { needCampaign } from "./view";

const household = z.object({
  houseId: idOf("house"),
  houseCode: z.string(),
  /** nobody: no owner or occupant who could be written to; failed: what was written did not arrive. */
  why: z.enum(["nobody", "failed"]),
});

/** The households of a project that a campaign did not reach and that are silent, by house, for a call or a visit. */
export const listUndeliverable = verb({
  name: "survey.undeliverable",
  may: "survey.read",
  input: z.strictObject({ campaignId: idOf("campaign"), projectId: idOf("project"), ...pageInput }),
  output: z.object({ items: z.array(household), cursor: z.string().optional() }),
  run: async ({ campaignId, projectId, limit, cursor }) => {
    await needProject(projectId);
    await needCampaign(campaignId);
    const where = [campaignId, projectId, "undeliverable"];
    const page = await SurveyInvitation.query("gsi3", where, { limit, cursor });
    const why = (residentId: string | undefined) => (residentId ? ("failed" as const) : ("nobody" as const));
    const items = page.items.map(({ residentId, ...house }) => ({ ...house, why: why(residentId) }));
    return { items, cursor: page.cursor };
  },
});
