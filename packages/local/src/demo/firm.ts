import type { MemberActor } from "@frontdesk/core/actor";
import { asIfAt, isoNow } from "@frontdesk/core/clock";
import { useTenantId, withActor } from "@frontdesk/core/context";
import { createStandard } from "@frontdesk/core/fee/index";
import { addHouse, houseIdOf } from "@frontdesk/core/house/index";
import { derivedId, newId } from "@frontdesk/core/id";
import { hashPassword } from "@frontdesk/core/identity/password";
import { addUser, userByEmail } from "@frontdesk/core/identity/user";
import { Member, type Trade } from "@frontdesk/core/member/member.entity";
import { type Role, roles } from "@frontdesk/core/member/role";
import { createProject } from "@frontdesk/core/project/index";
import { Residency, Resident, residencyOf } from "@frontdesk/core/resident/index";
import { soundOf } from "@frontdesk/core/resident/sound";
import { Work } from "@frontdesk/core/table/work";
import { foundFirm, putMembership } from "@frontdesk/core/tenant/found";
import { Chance } from "./chance";

export const password = "demo-frontdesk";
/** How a project is served and paid: percentages, so that a comparison has something to show. */
export type DemoProject = {
  projectId: string;
  name: string;
  fenPerM2: number;
  quality: number;
  paying: number;
  houses: DemoHouse[];
};
export type DemoHouse = { houseId: string; areaHundredths: number; residentId: string; owner: string };
export type DemoFirm = {
  tenantId: string;
  projects: DemoProject[];
  actors: Record<Role, MemberActor>;
  emails: [Role, string][];
};

const plan = [
  { name: "翠湖花园", kind: "residential", fenPerM2: 238, quality: 88, paying: 92 },
  { name: "滨江一号", kind: "residential", fenPerM2: 380, quality: 93, paying: 96 },
  { name: "金桥广场", kind: "office", fenPerM2: 980, quality: 81, paying: 88 },
  { name: "和悦里", kind: "residential", fenPerM2: 165, quality: 72, paying: 79 },
  { name: "梧桐苑", kind: "residential", fenPerM2: 210, quality: 78, paying: 90 },
  { name: "时代天街", kind: "mall", fenPerM2: 1_280, quality: 86, paying: 83 },
] as const;
const housesEach = 400;
const surnames = [
  "张",
  "王",
  "李",
  "赵",
  "陈",
  "刘",
  "杨",
  "黄",
  "周",
  "吴",
  "徐",
  "孙",
  "马",
  "朱",
] as const;
const given = [
  "伟",
  "芳",
  "敏",
  "静",
  "丽",
  "强",
  "磊",
  "洋",
  "艳",
  "勇",
  "杰",
  "娟",
  "涛",
  "明",
  "秀英",
  "建国",
  "志强",
] as const;
const names: Record<Role, string> = {
  headquarters: "王总",
  project_manager: "周经理",
  front_desk: "小林",
  area_manager: "吴楼管",
  technician: "陈师傅",
  finance: "黄会计",
  auditor: "赵审计",
};

/** Founds the demo firm with a sign-in for every role, its projects, houses and residents, as of `at`. */
export async function demoFirm(
  tenantId: string,
  at: string,
  say: (words: string) => void,
): Promise<DemoFirm> {
  const passwordHash = await hashPassword(password);
  const actors = await people(tenantId, passwordHash, await suffix());
  const chance = new Chance(20_261_121);
  const projects: DemoProject[] = [];
  for (const one of plan) {
    say(one.name);
    projects.push(await asIfAt(at, () => withActor(actors.actors.headquarters, () => project(one, chance))));
  }
  return { tenantId, projects, ...actors };
}

/** A second demo firm beside a first one needs addresses of its own. */
async function suffix(): Promise<string> {
  for (let n = 1; ; n++) {
    const text = n === 1 ? "" : String(n);
    if (!(await userByEmail(`headquarters${text}@demo.example`))) return text;
  }
}

async function people(tenantId: string, passwordHash: string, more: string) {
  const actors: Partial<Record<Role, MemberActor>> = {};
  const emails: [Role, string][] = [];
  for (const role of roles) {
    const work = new Work(tenantId);
    const email = `${role.replaceAll("_", "-")}${more}@demo.example`;
    const founder = { userId: newId("user"), name: names[role], email };
    addUser(work, { ...founder, locale: "zh-CN", passwordHash });
    const memberId =
      role === "headquarters"
        ? foundFirm(work, { name: "安居示范物业", locale: "zh-CN", zone: "Asia/Shanghai", founder }).memberId
        : join(work, role, founder);
    await work.commit();
    emails.push([role, email]);
    actors[role] = {
      type: "member",
      tenantId,
      memberId,
      userId: founder.userId,
      name: founder.name,
      role,
      projectIds: "all",
    };
  }
  return { actors: actors as Record<Role, MemberActor>, emails };
}

function join(work: Work, role: Role, founder: { userId: string; name: string; email: string }): string {
  const memberId = newId("member");
  const trade: Trade | undefined = role === "technician" ? "engineering" : undefined;
  const common = { memberId, role, trade, projectIds: "all" as const, state: "active" as const };
  work.create(Member, { ...founder, ...common, locale: "zh-CN", joinedAt: isoNow() });
  putMembership(work, founder.userId, memberId);
  return memberId;
}

async function project(one: (typeof plan)[number], chance: Chance): Promise<DemoProject> {
  const { name, kind, fenPerM2, quality, paying } = one;
  const { projectId } = await createProject({
    name,
    kind,
    address: `示范路${chance.between(1, 300)}号`,
    phone: "021-66668888",
  });
  const from = isoNow().slice(0, 7);
  await createStandard({ projectId, item: "物业费", fenPerM2, from, approval: "业主大会决议" });
  const houses: DemoHouse[] = [];
  for (let i = 0; i < housesEach; i++) houses.push(await house(projectId, i, kind !== "residential", chance));
  return { projectId, name, fenPerM2, quality, paying, houses };
}

async function house(projectId: string, i: number, business: boolean, chance: Chance): Promise<DemoHouse> {
  const [building, unit] = [String(1 + Math.floor(i / 100)), String(1 + (Math.floor(i / 50) % 2))];
  const room = `${1 + Math.floor((i % 50) / 4)}0${1 + (i % 4)}`;
  const code = `${building}-${unit}-${room}`;
  const houseId = houseIdOf(projectId, code);
  const areaHundredths = chance.between(business ? 8_000 : 6_500, business ? 32_000 : 14_500);
  const handoverDate = `${chance.between(2014, 2025)}-0${chance.between(1, 9)}-1${chance.between(0, 9)}`;
  const work = new Work(useTenantId());
  const stored = addHouse(work, {
    houseId,
    projectId,
    code,
    building,
    unit,
    room,
    areaHundredths,
    handoverDate,
    createdAt: work.now,
  });
  const owner = chance.pick(surnames) + chance.pick(given);
  const resident = work.create(Resident, {
    residentId: derivedId("resident", projectId, code),
    projectId,
    name: owner,
    phone: `+86139${String(10_000_000 + chance.between(0, 89_999_999)).slice(-8)}`,
    keyCare: chance.percent(2) ? "独居老人，请多照看" : undefined,
    ...(await soundOf(owner)),
    homes: [{ houseId, houseCode: code, as: "owner" }],
    createdAt: work.now,
  });
  work.create(Residency, residencyOf(resident, stored, "owner", handoverDate));
  await work.commit();
  return { houseId, areaHundredths, residentId: resident.residentId, owner };
}
