import * as z from "zod";
import { localDate } from "../clock";
import { useActor } from "../context";
import { channels } from "../figure/sheet";
import { gridOf, readSheet } from "../figure/sheet.entity";
import { SHOWN_FROM } from "../figure/suppression";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { admits, verb } from "../verb";
import { SurveyComment } from "./response.entity";
import { needCampaign } from "./view";

const commentView = z.object({
  text: z.string(),
  on: localDate,
  channel: z.enum(channels),
  /** For headquarters alone, which follows matters up; nobody of the project is told whose words these are. */
  overall: z.int().nullable().optional(),
  houseId: idOf("house").optional(),
  houseCode: z.string().optional(),
});

/** What residents of a project wrote, the latest day first; none before five households have answered. */
export const listComments = verb({
  name: "survey.comments",
  may: "survey.read",
  input: z.strictObject({ campaignId: idOf("campaign"), projectId: idOf("project"), ...pageInput }),
  output: z.object({ items: z.array(commentView), cursor: z.string().optional() }),
  run: async ({ campaignId, projectId, limit, cursor }) => {
    await needProject(projectId);
    await needCampaign(campaignId);
    const sheet = gridOf(await readSheet(campaignId, projectId), "survey");
    if (sheet.at("households", "answered") < SHOWN_FROM) return { items: [] };
    const page = await SurveyComment.query("table", [campaignId, projectId, "comment"], {
      limit,
      cursor,
      reverse: true,
    });
    const whole = admits(useActor(), ["survey.manage"]);
    return {
      items: page.items.map(({ text, on, channel, ...whose }) => ({
        text,
        on,
        channel,
        ...(whole && whose),
      })),
      cursor: page.cursor,
    };
  },
});
