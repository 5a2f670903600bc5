import { recordCallback } from "@frontdesk/core/callback/index";
import { asIfAt, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { recordPayment } from "@frontdesk/core/fee/index";
import { quoteSubjectOf } from "@frontdesk/core/quote/act";
import { answerQuote, listQuotes, makeQuote } from "@frontdesk/core/quote/index";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  recordMaterials,
  registerTicket,
  startTicket,
} from "@frontdesk/core/ticket/index";
import { type Chance, inParallel } from "./chance";
import type { Step } from "./complaint";
import type { DemoFirm, DemoHouse, DemoProject } from "./firm";

const atOnce = 6;
const one = { hundredths: 100 };
const works = [
  {
    ...{ category: "plumbing", words: "厨房水龙头关不紧，想换一个", done: "已更换水龙头，试水正常" },
    lines: [
      { code: "tap", ...one },
      { code: "mTap", ...one },
      { code: "mTape", ...one },
    ],
    used: [{ name: "水龙头", unit: "piece" as const, ...one, unitFen: 6_000 }],
  },
  {
    ...{ category: "plumbing", words: "马桶堵了，请来疏通", done: "已疏通，冲水正常" },
    lines: [{ code: "toiletBlocked", ...one }],
    used: [],
  },
  {
    ...{ category: "electrical", words: "想把阳台的插座换成带开关的", done: "已更换，通电正常" },
    lines: [
      { code: "socket", hundredths: 200 },
      { code: "mSocket", hundredths: 200 },
      { code: "wire", hundredths: 350 },
      { code: "mWire", hundredths: 350 },
    ],
    used: [{ name: "铜芯电线", unit: "metre" as const, hundredths: 300, unitFen: 400 }],
  },
  {
    ...{ category: "airConditioning", words: "两台挂式空调想清洗", done: "已清洗，出风正常" },
    lines: [{ code: "wallAirConditioner", hundredths: 200 }],
    used: [],
  },
] as const;

/** How far a paid service has come: quoted, answered, done, paid. */
const stages = ["quoted", "answered", "done", "paid"] as const;
type Stage = (typeof stages)[number];
/** So many days ago, how far it has come, and whether the resident agreed. */
const ways: readonly (readonly [daysAgo: number, until: Stage, agree: boolean])[] = [
  ...([40, 33, 26, 15] as const).map((days) => [days, "paid", true] as const),
  ...[[19, "done", false] as const, [9, "done", true] as const, [4, "done", true] as const],
  ...[[2, "answered", true] as const, [1, "quoted", true] as const],
];

/** What residents had done for money in the last weeks, project by project. */
export async function paidServices(firm: DemoFirm, chance: Chance, now: string) {
  const all = firm.projects.flatMap((project) =>
    ways.map(([days, until, agree]) => ({
      ...{ project, until, agree, start: plus(now, { days: -days, minutes: chance.between(0, 300) }) },
      house: project.houses[chance.between(0, project.houses.length - 1)],
      work: chance.pick(works),
    })),
  );
  await inParallel(all, atOnce, async ({ house, ...paid }) => {
    if (house) await service(firm, { ...paid, house }, now);
  });
}

type Paid = {
  project: DemoProject;
  house: DemoHouse;
  work: (typeof works)[number];
  until: Stage;
  agree: boolean;
  start: string;
};

async function service(
  { tenantId, actors }: DemoFirm,
  { project, house, work, until, agree, start }: Paid,
  now: string,
) {
  const { front_desk: desk, technician, finance } = actors;
  const { projectId } = project;
  const { category, words, done, lines, used } = work;
  const reporter = { residentId: house.residentId };
  const about = { kind: "repair", category, channel: "call", words } as const;
  const { ticketId } = await asIfAt(start, () =>
    withActor(desk, () => registerTicket({ ...about, projectId, houseId: house.houseId, reporter })),
  );
  const resident = { type: "resident" as const, tenantId, subjectId: quoteSubjectOf({ ticketId, quote: 1 }) };
  const pay = async () => {
    const [quote] = (await listQuotes({ ticketId })).items;
    if (!quote?.charged) return;
    const allocations = [{ billId: quote.charged.billId, amount: quote.total }];
    await recordPayment({ houseId: house.houseId, method: "wechat", amount: quote.total, allocations });
  };
  const note = (materials: typeof used) => recordMaterials({ ticketId, order: 1, materials: [...materials] });
  const told = agree ? done : "业户不同意报价，只做了检查，没有收费";
  const called = { reached: true, satisfied: true, scores: { speed: 5, attitude: 5, result: 5 } };
  const steps: readonly (readonly [of: Stage, ...Step])[] = [
    [
      "quoted",
      plus(start, { minutes: 4 }),
      desk,
      () => assignTicket({ ticketId, assigneeId: technician.memberId }),
    ],
    ["quoted", plus(start, { minutes: 9 }), technician, () => acceptTicket({ ticketId })],
    ["quoted", plus(start, { minutes: 50 }), technician, () => startTicket({ ticketId })],
    [
      "quoted",
      plus(start, { minutes: 60 }),
      technician,
      () => makeQuote({ ticketId, lines: [...lines], send: true }),
    ],
    ["answered", plus(start, { minutes: 75 }), resident, () => answerQuote({ agree })],
    ["done", plus(start, { minutes: 140 }), technician, () => note(used)],
    [
      "done",
      plus(start, { minutes: 150 }),
      technician,
      () => completeTicket({ ticketId, note: told, paid: agree }),
    ],
    ["done", plus(start, { hours: 20 }), desk, () => recordCallback({ ticketId, ...called })],
    ["paid", plus(start, { hours: 30 }), finance, pay],
  ];
  for (const [of, moment, actor, step] of steps)
    if (stages.indexOf(of) <= stages.indexOf(until) && moment <= now)
      await asIfAt(moment, () => withActor(actor, step));
}
