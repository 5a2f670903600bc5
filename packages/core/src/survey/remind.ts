import { queueMessage } from "../message/outbox";
import { Project } from "../project/project.entity";
import { Resident } from "../resident/resident.entity";
import { type Chunk, chunkOf } from "./chunk";
import { SurveyInvitation } from "./invitation.entity";
import { letterValues } from "./invite";
import { exceptAt, receiverOf } from "./receiver";

/** A household takes its invitation's new count and the message. */
const writesPerHouse = 2;

/**
 * Reminds the next silent households of a project. Who answered since the index was read, who was invited only after
 * the reminder's hour, and who has come to refuse such letters is left alone; so is an address that failed before.
 */
export async function remindChunk(chunk: Chunk): Promise<string | undefined> {
  const { campaign, clock, projectId } = chunk;
  const page = await SurveyInvitation.query("gsi2", [campaign.campaignId, projectId, "silent"], {
    limit: chunkOf(writesPerHouse),
    cursor: clock.cursor,
  });
  const number = clock.step === "remind1" ? 1 : 2;
  const silent = (await SurveyInvitation.batch(page.items)).filter(
    ({ responseId, reminders, invitedAt }) =>
      responseId === undefined && reminders < number && invitedAt < clock.at,
  );
  const [people, project] = await Promise.all([
    Resident.batch(silent.flatMap(({ residentId }) => (residentId ? [{ residentId }] : []))),
    Project.get({ projectId }),
  ]);
  const byId = new Map(people.map((person) => [person.residentId, person]));
  for (const invitation of silent) {
    const { residentId = "", token, refuseToken } = invitation;
    const receiver = byId.get(residentId);
    if (!receiver || !token || !refuseToken) continue;
    const messageId = queueMessage(chunk.work, chunk.tenant, {
      key: "surveyReminder",
      values: letterValues(campaign, project?.name ?? "", receiver.locale, token, refuseToken),
      to: exceptAt(receiverOf(receiver), invitation.failedAt),
      aboutId: invitation.invitationId,
      optional: true,
    });
    if (messageId) chunk.work.patch(SurveyInvitation, invitation, { reminders: number });
  }
  return page.cursor;
}
