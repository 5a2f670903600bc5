import { dateOf } from "../clock";
import { House } from "../house/house.entity";
import { createLink, newToken } from "../link/link";
import { linkUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import { Project } from "../project/project.entity";
import type { Residency } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";
import { type Chunk, chunkOf } from "./chunk";
import { invitationIdOf, SurveyInvitation } from "./invitation.entity";
import { receiverOf, receiversOf } from "./receiver";

type HouseItem = ItemOf<typeof House>;
type ResidencyItem = ItemOf<typeof Residency>;

/** A household takes its invitation, its link, the link to refuse, and the message. */
const writesPerHouse = 4;

/**
 * Invites the next households of a project. An unsold house is no household. One that was met before, because its
 * code changed while the index was read, is passed over.
 */
export async function inviteChunk(chunk: Chunk): Promise<string | undefined> {
  const { campaign, clock, tenant, projectId, work } = chunk;
  const page = await House.query("gsi1", [projectId, "house"], {
    limit: chunkOf(writesPerHouse),
    cursor: clock.cursor,
  });
  const households = page.items.filter(({ occupancy }) => occupancy !== "unsold");
  const ids = households.map(({ houseId }) => ({
    invitationId: invitationIdOf(campaign.campaignId, houseId),
  }));
  const [met, receivers, project] = await Promise.all([
    SurveyInvitation.batch(ids),
    receiversOf(
      households.map(({ houseId }) => houseId),
      dateOf(work.now, tenant.zone),
    ),
    Project.get({ projectId }),
  ]);
  const known = new Set(met.map(({ houseId }) => houseId));
  for (const house of households)
    if (!known.has(house.houseId)) invite(chunk, project?.name ?? "", house, receivers.get(house.houseId));
  return page.cursor;
}

function invite(chunk: Chunk, project: string, house: HouseItem, receiver: ResidencyItem | undefined) {
  const { work, campaign } = chunk;
  const invitationId = invitationIdOf(campaign.campaignId, house.houseId);
  const sent = receiver && send(chunk, project, invitationId, receiver);
  work.create(
    SurveyInvitation,
    {
      invitationId,
      campaignId: campaign.campaignId,
      projectId: house.projectId,
      houseId: house.houseId,
      houseCode: house.code,
      openedMonth: campaign.openedMonth,
      invitedAt: work.now,
      ...sent,
    },
    "race",
  );
}

/** Puts the letter with the household's links into the work; nothing when no channel will do. */
function send({ work, campaign, tenant }: Chunk, project: string, aboutId: string, receiver: ResidencyItem) {
  const [token, refuseToken] = [newToken(), newToken()];
  const messageId = queueMessage(work, tenant, {
    key: "surveyInvitation",
    values: letterValues(campaign, project, receiver.locale, token, refuseToken),
    to: receiverOf(receiver),
    aboutId,
    optional: true,
  });
  if (!messageId) return undefined;
  createLink(work, { kind: "survey", subjectId: aboutId, expires: campaign.closesAt }, token);
  createLink(work, { kind: "refuse", subjectId: receiver.residentId }, refuseToken);
  return { residentId: receiver.residentId, locale: receiver.locale, token, refuseToken };
}

/** What the letters of a campaign are made of. */
export const letterValues = (
  campaign: Chunk["campaign"],
  project: string,
  locale: ResidencyItem["locale"],
  token: string,
  refuseToken: string,
) => ({
  project,
  title: campaign.title[locale],
  closes: campaign.closesOn,
  url: linkUrl("survey", token),
  refuseUrl: linkUrl("refuse", refuseToken),
});
