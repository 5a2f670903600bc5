import { isoNow } from "../clock";
import { withActor } from "../context";
import { fold } from "../figure/fold";
import { surveyInvitationCells, surveyResponseCells } from "../figure/survey.cells";
import { House, houseIdOf } from "../house/house.entity";
import { newId } from "../id";
import { Message } from "../message/message.entity";
import { Residency, Resident } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";
import { Work } from "../table/work";
import type { mintTenant } from "../testing/tenant";
import { SurveyInvitation } from "./invitation.entity";
import type { Answers } from "./questionnaire";

export type Firm = Awaited<ReturnType<typeof mintTenant>>;
type Person = {
  as?: "owner" | "occupant" | "family";
  phone?: string;
  email?: string;
  refuses?: ("sms" | "mail")[];
  locale?: "zh-CN" | "en";
  to?: string;
};
export type Household = {
  people?: Person[];
  handoverDate?: string;
  occupancy?: "occupied" | "vacant" | "unsold";
};

/** A household with one owner who has a phone. */
export const ordinary: Household = { people: [{ phone: "+8613800001111" }] };

/** Houses 1-1-1, 1-1-2 … of a project, with their people; returns their ids. */
export async function mintHouses(firm: Firm, households: Household[], projectId = firm.projectId) {
  const ids: string[] = [];
  for (let start = 0; start < households.length; start += 15) {
    const work = new Work(firm.tenantId);
    households.slice(start, start + 15).forEach((household, index) => {
      ids.push(mintHouse(work, household, projectId, `1-1-${start + index + 1}`));
    });
    await work.commit();
  }
  return ids;
}

function mintHouse(work: Work, household: Household, projectId: string, code: string) {
  const [building = "", unit = "", room = ""] = code.split("-");
  const houseId = houseIdOf(projectId, code);
  const { handoverDate, occupancy, people = [] } = household;
  work.create(House, {
    ...{ houseId, projectId, code, building, unit, room, handoverDate, occupancy },
    areaHundredths: 9_000,
    createdAt: isoNow(),
  });
  for (const { as = "owner", to, refuses = [], locale = "zh-CN", phone, email } of people) {
    const common = { residentId: newId("resident"), projectId, name: "王芳", phone, email, refuses, locale };
    const sound = { sound: "wangfang", initials: "wf" };
    const home = { houseId, houseCode: code, as };
    work.create(Resident, { ...common, ...sound, homes: to ? [] : [home], createdAt: isoNow() });
    work.create(Residency, { ...common, ...sound, ...home, to });
  }
  return houseId;
}

/** All invitations of a project. */
export const invitationsOf = (firm: Firm, projectId = firm.projectId) =>
  firm.asSystem(async () => {
    const items: ItemOf<typeof SurveyInvitation>[] = [];
    for await (const item of SurveyInvitation.all("gsi1", [projectId, "surveyInvitation"])) items.push(item);
    return items.sort((a, b) => a.houseCode.localeCompare(b.houseCode, "en", { numeric: true }));
  });

/** The templates of the messages about an invitation, in the order they were written. */
export const lettersOf = (firm: Firm, invitationId: string) =>
  firm.asSystem(async () => (await Message.query("gsi1", ["message", invitationId])).items);

/** Runs as the resident a link lets in. */
export const asHousehold = <T>(firm: Firm, invitationId: string, body: () => T): T =>
  withActor({ type: "resident", tenantId: firm.tenantId, subjectId: invitationId }, body);

/** Every question answered alike, but for some. */
export const answered = (value: number | null, others: Partial<Answers> = {}): Answers => ({
  security: value,
  cleaning: value,
  greening: value,
  engineering: value,
  frontDesk: value,
  fees: value,
  complaints: value,
  overall: value,
  ...others,
});

/** The keys of a project's records that figures are made of. */
export const sourcesOf = (firm: Firm, projectId = firm.projectId) =>
  firm.asSystem(async () => {
    const keys: { pk: string; sk: string }[] = [];
    for (const contributor of [surveyInvitationCells, surveyResponseCells])
      for await (const { pk, sk } of contributor.records(projectId))
        keys.push({ pk: String(pk), sk: String(sk) });
    return keys;
  });

/** Brings a project's kept figures up to date, as the stream does. */
export const foldProject = async (firm: Firm, projectId = firm.projectId) =>
  fold(await sourcesOf(firm, projectId));
