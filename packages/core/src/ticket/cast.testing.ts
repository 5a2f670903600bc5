import type { MemberActor } from "../actor";
import { Attachment } from "../attachment/attachment.entity";
import { isoNow } from "../clock";
import { withActor } from "../context";
import { House, houseIdOf } from "../house/house.entity";
import { newId } from "../id";
import { Member, type Trade } from "../member/member.entity";
import type { Role } from "../member/role";
import { Message } from "../message/message.entity";
import { Residency, Resident } from "../resident/resident.entity";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { registerTicket } from "./register";

type Firm = Awaited<ReturnType<typeof mintTenant>>;

/** A firm with a house, its owner, a photo and a second project, and people of the roles that see to tickets. */
export async function mintCast() {
  const firm = await mintTenant();
  const { tenantId, projectId } = firm;
  const work = new Work(tenantId);
  const other = mintProject(work, "滨江一号");
  const house = addHouse(work, projectId, "3-1-502");
  const next = addHouse(work, projectId, "3-1-503");
  const foreign = addHouse(work, other.projectId, "1-1-101");
  const resident = addOwner(work, projectId, house);
  const photo = work.create(Attachment, {
    attachmentId: newId("attachment"),
    projectId,
    contentType: "image/jpeg",
    size: 1,
    createdBy: "x",
    createdAt: isoNow(),
  });
  const people = {
    desk: addMember(work, firm, "front_desk"),
    second: addMember(work, firm, "front_desk"),
    technician: addMember(work, firm, "technician", [projectId]),
    mate: addMember(work, firm, "technician", [projectId]),
    manager: addMember(work, firm, "project_manager", [projectId]),
    elsewhere: addMember(work, firm, "technician", [other.projectId]),
    cleaner: addMember(work, firm, "technician", [projectId], "cleaning"),
    roving: addMember(work, firm, "technician"),
    cashier: addMember(work, firm, "finance"),
    headquarters: addMember(work, firm, "headquarters"),
  };
  await work.commit();
  return { ...firm, other, house, next, foreign, resident, photoId: photo.attachmentId, ...people };
}
export type Cast = Awaited<ReturnType<typeof mintCast>>;

function addHouse(work: Work, projectId: string, code: string) {
  const [building = "", unit = "", room = ""] = code.split("-");
  const houseId = houseIdOf(projectId, code);
  const size = { areaHundredths: 8_900, createdAt: isoNow() };
  work.create(House, { houseId, projectId, code, building, unit, room, ...size });
  return houseId;
}

function addOwner(work: Work, projectId: string, houseId: string) {
  const residentId = newId("resident");
  const person = { residentId, projectId, name: "王芳", phone: "+8613800001111", locale: "zh-CN" as const };
  const sound = { sound: "wangfang", initials: "wf" };
  const home = { houseId, houseCode: "3-1-502", as: "owner" as const };
  work.create(Resident, { ...person, ...sound, homes: [home], createdAt: isoNow() });
  work.create(Residency, { ...person, ...sound, ...home });
  return residentId;
}

/** A stored member and the actor they are when signed in. */
export function addMember(
  work: Work,
  firm: Pick<Firm, "member">,
  role: Role,
  projectIds: string[] | "all" = "all",
  trade: Trade | undefined = role === "technician" ? "engineering" : undefined,
): MemberActor {
  const actor = { ...firm.member(role, projectIds), name: `${role}-${newId("member").slice(-4)}` };
  const { memberId, userId, name } = actor;
  const email = `${memberId.toLowerCase()}@example.com`;
  const person = { memberId, userId, name, email, locale: "zh-CN" as const, joinedAt: isoNow() };
  work.create(Member, { ...person, role, projectIds, trade, state: "active" });
  return actor;
}

/** A leak in the kitchen of 3-1-502, called in by its owner and taken by the front desk. */
export const report = (cast: Cast, more: Partial<Parameters<typeof registerTicket>[0]> = {}) =>
  withActor(cast.desk, () =>
    registerTicket({
      projectId: cast.projectId,
      houseId: cast.house,
      reporter: { residentId: cast.resident },
      kind: "repair",
      category: "leak",
      channel: "call",
      words: "厨房水管漏水",
      ...more,
    }),
  );

/** The messages about a ticket, in the order they were written. */
export const messagesOf = (cast: Pick<Cast, "asSystem">, ticketId: string) =>
  cast.asSystem(async () => (await Message.query("gsi1", ["message", ticketId])).items);
