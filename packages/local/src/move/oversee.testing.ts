import {
  eraseRemoved,
  getAttachment,
  removeAttachment,
  takeAttachment,
} from "@frontdesk/core/attachment/index";
import { mp4 } from "@frontdesk/core/attachment/media.testing";
import { diskInUse } from "@frontdesk/core/attachment/storage";
import { startUpload } from "@frontdesk/core/attachment/upload";
import { weekdays } from "@frontdesk/core/calendar/calendar";
import { asIfAt } from "@frontdesk/core/clock";
import { getComplaint, investigateComplaint, proposeAnswer } from "@frontdesk/core/complaint/index";
import { withActor } from "@frontdesk/core/context";
import { getHandover, giveHandover } from "@frontdesk/core/handover/index";
import { createRoster, getRoster } from "@frontdesk/core/roster/index";
import { getRouting, setRouting } from "@frontdesk/core/routing/index";
import { type Cast, report } from "@frontdesk/core/ticket/cast.testing";
import { getTicket } from "@frontdesk/core/ticket/index";

const evening = "2026-11-20T11:55:00.000Z";

/**
 * What a firm has beside single tickets: a complaint on its way, rules and a roster that give out work, a shift handed
 * over, a video kept and one that was taken away.
 */
export async function oversee(cast: Cast) {
  const { projectId, desk, technician, mate, headquarters } = cast;
  const complaint = await report(cast, { kind: "complaint", category: "service", words: "电话没人接" });
  const { ticketId } = complaint;
  const found = { ticketId, note: "听了录音", photos: [cast.photoId] };
  await withActor(desk, () => investigateComplaint(found));
  await withActor(desk, () => proposeAnswer({ ticketId, note: "致歉，夜班加人" }));

  const shifts = [
    { shift: 1, name: "白班", from: "08:00", to: "20:00", memberIds: [technician.memberId] },
    { shift: 2, name: "夜班", from: "20:00", to: "08:00", memberIds: [mate.memberId] },
  ].map((shift) => ({ ...shift, days: [...weekdays] }));
  const { rosterId } = await withActor(desk, () =>
    createRoster({ projectId, name: "工程值班", trade: "engineering", shifts }),
  );
  const rule = { name: "工程", kind: "repair" as const, projectIds: "all" as const, to: { rosterId } };
  await withActor(headquarters, () => setRouting({ rules: [{ ...rule, when: { at: "always" } }] }));
  const routed = await asIfAt(evening, () => report(cast));
  const { handoverId } = await asIfAt(evening, () => withActor(technician, () => giveHandover({ rosterId })));

  const [kept, removed] = [await film(cast), await film(cast)];
  await withActor(desk, () => removeAttachment({ attachmentId: removed, reason: "拍到了邻居" }));
  await eraseRemoved();
  return { ticketIds: [ticketId, routed.ticketId], rosterId, handoverId, films: [kept, removed] };
}
type Overseen = Awaited<ReturnType<typeof oversee>>;

const film = ({ projectId, technician }: Cast) =>
  withActor(technician, async () => {
    const bytes = mp4();
    const { uploadId, fields } = await startUpload({ size: bytes.length });
    await diskInUse()?.take(fields, bytes);
    return (await takeAttachment({ projectId, upload: uploadId })).attachmentId;
  });

/** All of that as headquarters sees it. */
export const overseen = ({ headquarters }: Cast, { ticketIds, rosterId, handoverId, films }: Overseen) =>
  withActor(headquarters, async () => ({
    complaint: await getComplaint({ ticketId: ticketIds[0] ?? "" }),
    tickets: await Promise.all(ticketIds.map((ticketId) => getTicket({ ticketId }))),
    roster: await getRoster({ rosterId }),
    routing: await getRouting({}),
    handover: await getHandover({ handoverId }),
    films: await Promise.all(
      // The address is another one for each place and moment.
      films.map(async (attachmentId) => ({ ...(await getAttachment({ attachmentId })), url: undefined })),
    ),
  }));
