import type { Actor } from "@frontdesk/core/actor";
import { recordCallback } from "@frontdesk/core/callback/index";
import { asIfAt, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { recordPayment, runBilling, startRun } from "@frontdesk/core/fee/index";
import { timesHundredths } from "@frontdesk/core/money";
import { answerSurvey } from "@frontdesk/core/survey/answer";
import { runCampaigns, startCampaign } from "@frontdesk/core/survey/index";
import { invitationIdOf } from "@frontdesk/core/survey/invitation.entity";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  registerTicket,
  startTicket,
} from "@frontdesk/core/ticket/index";
import { type Chance, inParallel } from "./chance";
import { complaintSteps, complaintWords, type Step } from "./complaint";
import type { DemoFirm, DemoHouse, DemoProject } from "./firm";

const ticketsEach = 20;
const atOnce = 8;
const reports = [
  { kind: "repair", category: "plumbing", words: "厨房下水慢，请来疏通", done: "已疏通，试水正常" },
  { kind: "repair", category: "lighting", words: "楼道灯不亮", done: "已更换灯管" },
  { kind: "repair", category: "lift", words: "电梯有异响", done: "已请维保单位调整导靴" },
  { kind: "repair", category: "entrance", words: "单元门关不严", done: "已调整闭门器" },
  { kind: "complaint", category: "service", words: "前台电话一直没人接", done: "已致歉并增加接线人手" },
  { kind: "complaint", category: "facilities", words: "健身器材坏了两周没人修", done: "已更换配件" },
  { kind: "suggestion", category: "parking", words: "希望增加访客车位标识", done: "已增设标识" },
  { kind: "inquiry", category: "fees", words: "想了解物业费怎么算的", done: "已逐项说明" },
] as const;

/** As somebody, as if it were then. */
const then = <T>(at: string, actor: Actor, body: () => T): T => asIfAt(at, () => withActor(actor, body));
const monthStart = (month: string) => `${month}-01T01:00:00.000Z`;

/** A month of the firm's life: bills, payments, tickets and their callbacks; nothing later than `now`. */
export async function month(firm: DemoFirm, period: string, index: number, chance: Chance, now: string) {
  await bills(firm, period);
  const quarterEnds = index % 3 === 2;
  for (const project of firm.projects) {
    await payments(firm, project, { period, quarterEnds, index }, chance, now);
    const starts = Array.from({ length: ticketsEach }, () => at(period, chance));
    await inParallel(starts, atOnce, (start) => ticket(firm, project, { start, now }, chance));
  }
}

const at = (period: string, chance: Chance) =>
  plus(monthStart(period), { days: chance.between(0, 26), minutes: chance.between(0, 600) });

async function bills({ projects, actors }: DemoFirm, period: string) {
  for (const { projectId } of projects)
    await then(monthStart(period), actors.finance, () => startRun({ projectId, period, notify: false }));
  await asIfAt(plus(monthStart(period), { minutes: 5 }), runBilling);
}

type Paying = { period: string; quarterEnds: boolean; index: number };

/** Some pay every month, more by the quarter, a few hardly ever. */
async function payments(
  { actors }: DemoFirm,
  project: DemoProject,
  when: Paying,
  chance: Chance,
  now: string,
) {
  const due = project.houses.flatMap((house, i) => {
    const habit = (i * 37) % 100;
    const lazy = habit >= project.paying;
    const monthly = habit < 35;
    const months = monthly ? 1 : when.quarterEnds && !lazy ? 3 : lazy && when.index === 7 ? 4 : 0;
    return months > 0 && !chance.percent(2) ? [{ house, months, start: at(when.period, chance) }] : [];
  });
  await inParallel(due, atOnce, async ({ house, months, start }) => {
    if (start > now) return;
    const amount = timesHundredths(project.fenPerM2, house.areaHundredths) * months;
    const method = chance.pick(["wechat", "alipay", "transfer", "cash"]);
    await then(start, actors.finance, () =>
      recordPayment({ houseId: house.houseId, method, amount, payer: house.owner }),
    );
  });
}

/** What a morning finds besides: a report of the last hours to be given out, and one that was left lying. */
export async function morning(firm: DemoFirm, chance: Chance, now: string) {
  for (const project of firm.projects) {
    const [fresh, left] = [
      plus(now, { minutes: -chance.between(5, 180) }),
      plus(now, { days: -chance.between(3, 6) }),
    ];
    await ticket(firm, project, { start: fresh, now, steps: 0 }, chance);
    await ticket(firm, project, { start: left, now, steps: 1 }, chance);
  }
}

type Life = { start: string; now: string; steps?: number };

/** One ticket from the first word to the callback, as far as it had come by `now`, or after so many steps. */
async function ticket(
  { actors }: DemoFirm,
  project: DemoProject,
  { start, now, steps: most }: Life,
  chance: Chance,
) {
  const { words, done, ...what } = chance.pick(reports);
  const house = project.houses[chance.between(0, project.houses.length - 1)];
  const good = chance.percent(project.quality);
  const hours = good ? chance.between(1, 20) : chance.between(30, 90);
  if (!house || start > now) return;
  const { projectId } = project;
  const reporter = { residentId: house.residentId };
  const complaint = what.kind === "complaint" ? { cause: complaintWords[what.category].cause } : undefined;
  const { ticketId } = await then(start, actors.front_desk, () =>
    registerTicket({
      ...what,
      projectId,
      houseId: house.houseId,
      reporter,
      channel: "call",
      words,
      complaint,
    }),
  );
  const answered = plus(start, { minutes: good ? chance.between(1, 5) : chance.between(3, 40) });
  const finished = plus(start, { hours });
  const called = plus(finished, { hours: good ? chance.between(1, 22) : chance.between(10, 50) });
  const said = good || chance.percent(60) ? satisfied(chance) : unsatisfied(chance);
  if (what.kind === "complaint") {
    const times = { from: answered, to: plus(finished, { hours: 1 }), called: plus(called, { hours: 1 }) };
    const way = { about: what.category, done, said, again: satisfied(chance) };
    for (const [moment, actor, step] of complaintSteps(actors, ticketId, way, times).slice(0, most))
      if (moment <= now) await then(moment, actor, step);
    return;
  }
  const { front_desk: desk, technician } = actors;
  const steps: Step[] = [
    [answered, desk, () => assignTicket({ ticketId, assigneeId: technician.memberId })],
    ...work(technician, ticketId, { from: answered, to: finished, note: done }),
    [called, desk, () => recordCallback({ ticketId, reached: true, ...said })],
  ];
  if (!said.satisfied) {
    const to = plus(called, { hours: chance.between(3, 40) });
    steps.push(...work(technician, ticketId, { from: called, to, note: `再次上门，${done}` }), [
      plus(to, { hours: 3 }),
      desk,
      () => recordCallback({ ticketId, reached: true, ...satisfied(chance) }),
    ]);
  }
  for (const [moment, actor, step] of steps.slice(0, most))
    if (moment <= now) await then(moment, actor, step);
}

/** Accepted, begun and done. */
const work = (
  by: Actor,
  ticketId: string,
  { from, to, note }: Record<"from" | "to" | "note", string>,
): Step[] => [
  [plus(from, { minutes: 10 }), by, () => acceptTicket({ ticketId })],
  [plus(from, { minutes: 30 }), by, () => startTicket({ ticketId })],
  [to, by, () => completeTicket({ ticketId, note })],
];

const alike = (score: number) => ({ speed: score, attitude: score, workmanship: score, result: score });
const satisfied = (chance: Chance) => ({ satisfied: true, scores: alike(chance.between(4, 5)) });
const unsatisfied = (chance: Chance) => ({
  satisfied: false,
  scores: alike(chance.between(1, 2)),
  words: "还是没有解决",
});

/** The yearly survey: opened at `start`, answered by more than half of the households, closed after three weeks. */
export async function survey(firm: DemoFirm, start: string, chance: Chance) {
  const { projects, actors } = firm;
  const projectIds = projects.map(({ projectId }) => projectId);
  const { campaignId } = await then(start, actors.headquarters, () => startCampaign({ projectIds }));
  await campaignsAt(plus(start, { minutes: 1 }));
  for (const project of projects) {
    const answering = project.houses.filter(() => chance.percent(58));
    await inParallel(answering, atOnce, (house) => answer(firm, campaignId, project, house, start, chance));
  }
  await campaignsAt(plus(start, { days: 40 }));
}

/** A run that takes long leaves the rest to the next one. */
async function campaignsAt(at: string) {
  while ((await asIfAt(at, runCampaigns)).done > 0);
}

async function answer(
  { tenantId }: DemoFirm,
  campaignId: string,
  { quality }: DemoProject,
  { houseId }: DemoHouse,
  start: string,
  chance: Chance,
) {
  const subjectId = invitationIdOf(campaignId, houseId);
  const mood = chance.between(-45, 45);
  /** The more a household's mood has to do with a question, the closer its answer goes with the overall one. */
  const mark = (pull: number) =>
    chance.percent(quality + mood * pull) ? chance.between(4, 5) : chance.between(1, 3);
  const answers = {
    security: mark(0.3),
    cleaning: mark(0.6),
    greening: mark(0.1),
    engineering: mark(1),
    frontDesk: mark(0.8),
    fees: chance.percent(15) ? null : mark(1.2),
    complaints: chance.percent(40) ? null : mark(0.9),
    overall: mark(1.3),
  };
  const comment = chance.percent(12)
    ? chance.pick(["电梯能再快一点就好了", "保洁很认真", "希望多种点花", "门岗态度好"])
    : undefined;
  const moment = plus(start, { hours: chance.between(2, 400) });
  await then(moment, { type: "resident", tenantId, subjectId }, () => answerSurvey({ answers, comment }));
}
