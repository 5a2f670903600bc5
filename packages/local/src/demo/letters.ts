import type { Actor } from "@frontdesk/core/actor";
import { asIfAt, dateOf, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { layLetter, registerLetter } from "@frontdesk/core/letter/index";
import {
  agreeToReply,
  approveReply,
  draftReply,
  reviseReply,
  submitReply,
} from "@frontdesk/core/reply/index";
import { sendReply } from "@frontdesk/core/reply/send";
import type { DemoFirm } from "./firm";

const zone = "Asia/Shanghai";
const became = { kind: "complaint", category: "facilities" } as const;

/** Three letters of the last days: one answered formally and sent, one whose answer is under review, one just opened. */
export async function letters(firm: DemoFirm, now: string) {
  await received(firm, plus(now, { hours: -2 }), "感谢夜班保安帮忙寻回走失的老人，请转达我们全家的谢意。");
  const lift = await received(
    firm,
    plus(now, { days: -6 }),
    "三单元电梯本月停运四次，请书面说明原因和措施。",
  );
  const noise = await received(firm, plus(now, { days: -1 }), "楼下商铺夜间装卸噪声扰民，请答复如何处理。");
  const sent = await drafted(firm, plus(now, { days: -5 }), lift, {
    subject: "关于三单元电梯停运的答复",
    body: "您好：\n\n来信收悉。经查，本月四次停运均因门机老化。门机已于本周更换，并自本月起每周检修一次。\n\n给您带来不便，我们深表歉意。",
  });
  await signed(firm, plus(now, { days: -4 }), sent);
  await drafted(firm, plus(now, { hours: -20 }), noise, {
    subject: "关于商铺夜间装卸的答复",
    body: "您好：\n\n来信收悉。我们已与商铺约定晚上十点后不再装卸，并安排夜班每晚巡查。\n\n谢谢您的提醒。",
  });
}

const then = <T>(at: string, actor: Actor, body: () => T): T => asIfAt(at, () => withActor(actor, body));

/** A letter in the register; one that asks for something becomes a ticket, whose id it gives. */
async function received({ projects, actors }: DemoFirm, at: string, words: string) {
  const [project] = projects;
  const house = project?.houses[words.length];
  if (!project || !house) throw new Error("The demo firm has no houses");
  const letter = await then(at, actors.front_desk, () =>
    registerLetter({
      ...{ projectId: project.projectId, houseId: house.houseId, from: { residentId: house.residentId } },
      ...{ way: "post", receivedOn: dateOf(at, zone), words },
    }),
  );
  if (words.startsWith("感谢")) return "";
  const { letterId } = letter;
  const laid = await then(at, actors.front_desk, () => layLetter({ letterId, becomes: became }));
  return laid.ticketId ?? "";
}

/** An answer to a ticket, put to those who are to sign it. */
async function drafted(
  { actors }: DemoFirm,
  at: string,
  ticketId: string,
  words: { subject: string; body: string },
) {
  const { headquarters, project_manager: manager, area_manager: supervisor, technician } = actors;
  const signers = {
    projectManager: manager.memberId,
    propertyManager: manager.memberId,
    centreSupervisor: supervisor.memberId,
    department: technician.memberId,
    approver: headquarters.memberId,
  };
  const draft = async () => {
    const { replyId } = await draftReply({ ticketId });
    await reviseReply({ replyId, ...words, signers });
    await submitReply({ replyId });
    return replyId;
  };
  return then(at, actors.front_desk, draft);
}

/** Agreed to by all whose turn it is, approved and sent by registered mail. */
async function signed({ actors }: DemoFirm, at: string, replyId: string) {
  const { headquarters, project_manager: manager, area_manager: supervisor, technician, front_desk } = actors;
  for (const reviewer of [manager, manager, supervisor, technician])
    await then(at, reviewer, () => agreeToReply({ replyId }));
  await then(plus(at, { hours: 2 }), headquarters, () => approveReply({ replyId }));
  await then(plus(at, { hours: 3 }), front_desk, () =>
    sendReply({ replyId, way: "registered", trackingNumber: "XA12345678944" }),
  );
}
