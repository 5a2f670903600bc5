import { describe, expect, it } from "vitest";
import { listAudit } from "../audit/index";
import { asIfAt } from "../clock";
import { waiveBill } from "../fee/correct";
import { recordPayment } from "../fee/record-payment";
import { startRun } from "../fee/run";
import { at, billsOf, type Firm, mintFeeFirm } from "../fee/testing";
import { newId } from "../id";
import { closeCampaign } from "../survey/index";
import { give, opened } from "../survey/open.testing";
import { SurveyResponse } from "../survey/response.entity";
import { answered, foldProject, ordinary } from "../survey/survey.testing";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { mintProject, mintTenant } from "../testing/tenant";
import { closeMonth, closeMonths } from "./closing";
import { compare } from "./compare";
import { listCorrections } from "./corrections";
import { recount } from "./recount";
import type { DrillableFigure } from "./terms";

ownDatabase();

const november = (day: number, hour = 2) => new Date(Date.UTC(2026, 10, day, hour)).toISOString();

/** Two houses billed 250 yuan each for October, of which one has paid. */
async function billed() {
  const { firm, houses } = await mintFeeFirm(["1-1-101", "1-1-102"]);
  const { projectId } = firm;
  await at(firm, "2026-10-02T02:00:00.000Z", () => startRun({ projectId, period: "2026-10" }));
  const pay = (house: number, amount: number, iso: string) =>
    at(firm, iso, () => recordPayment({ houseId: houses[house]?.houseId ?? "", method: "wechat", amount }));
  await pay(0, 25_000, "2026-10-20T02:00:00.000Z");
  const told = (iso: string) => asIfAt(iso, () => recount(firm.tenantId, { repair: true }));
  await told("2026-10-20T02:00:00.000Z");
  return { firm, pay, told };
}

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const close = (firm: Firm, iso: string, month = "2026-10", role: Parameters<Firm["as"]>[0] = "finance") =>
  at(firm, iso, () => closeMonth({ projectId: firm.projectId, month }), role);
const october = (firm: Firm, iso: string) =>
  at(firm, iso, () => compare({ period: "2026-10" }), "auditor").then(({ projects, total }) => ({
    row: projects[0],
    total,
  }));
const corrections = (firm: Firm, figure: DrillableFigure, month = "2026-10") =>
  at(firm, november(28), () => listCorrections({ projectId: firm.projectId, month, figure })).then(
    ({ items }) => items,
  );

describe("closing a month", () => {
  it("is for headquarters and finance, once the month is over where the firm is", async () => {
    const { firm } = await billed();
    for (const role of ["project_manager", "front_desk", "technician", "auditor"] as const)
      await expect(close(firm, november(5), "2026-10", role)).rejects.toMatchObject({ code: "forbidden" });
    const lastHour = "2026-10-31T15:59:59.000Z";
    await expect(close(firm, lastHour)).rejects.toMatchObject({ code: "conflict", field: "month" });
    await expect(close(firm, "2026-10-31T16:00:00.000Z")).resolves.toMatchObject({ month: "2026-10" });
  });

  it("is done once, and leaves one trace", async () => {
    const { firm } = await billed();
    const first = await close(firm, november(5));
    expect(await close(firm, november(9), "2026-10", "headquarters")).toEqual(first);
    const { items } = await at(firm, november(9), () => listAudit({ month: "2026-11" }), "auditor");
    expect(items.filter(({ verb }) => verb === "figure.closeMonth")).toEqual([
      expect.objectContaining({ projectId: firm.projectId, detail: "2026-10" }),
    ]);
  });

  it("goes once through when two do it at the same moment", async () => {
    const { firm } = await billed();
    const both = await Promise.all([close(firm, november(5)), close(firm, november(5))]);
    expect(both[0]).toEqual(both[1]);
  });

  it("closes all projects one works in, and the total with the last of them", async () => {
    const { firm } = await billed();
    const work = new Work(firm.tenantId);
    mintProject(work, "甲");
    await work.commit();
    await close(firm, november(5));
    expect((await october(firm, november(6))).total.closing).toBeNull();
    const { items } = await at(firm, november(6), () => closeMonths({ month: "2026-10" }));
    expect(items.map(({ closedAt }) => closedAt).sort()).toEqual([november(5), november(6)]);
    expect((await october(firm, november(7))).total.closing).toMatchObject({ closedAt: november(6) });
  });

  it("touches nothing where one of the projects is somebody else's", async () => {
    const [{ firm }, { firm: other }] = await Promise.all([billed(), billed()]);
    const projectIds = [firm.projectId, other.projectId];
    await expect(
      at(firm, november(5), () => closeMonths({ month: "2026-10", projectIds })),
    ).rejects.toMatchObject({ code: "not_found" });
    expect((await october(firm, november(6))).row?.closing).toBeNull();
  });
});

describe("a closed month", () => {
  it("stands as it was, with what has become of it and on which day beside it", async () => {
    const { firm, pay, told } = await billed();
    await close(firm, november(5));
    expect((await october(firm, november(6))).row).toMatchObject({
      collection: { asOfNow: { numerator: 25_000, denominator: 50_000 } },
      closing: { closedAt: november(5), correctedOn: null, now: {} },
    });
    await pay(1, 10_000, november(8));
    await told(november(8));
    await pay(1, 5_000, november(12));
    await told(november(12));
    const { row } = await october(firm, november(13));
    expect(row?.collection).toMatchObject({
      current: { numerator: 25_000, denominator: 50_000 },
      asOfNow: { numerator: 25_000, denominator: 50_000 },
      yearToDate: { numerator: 25_000, denominator: 50_000 },
    });
    const now = of(40_000, 50_000);
    const page = (more: object) =>
      listCorrections({ projectId: firm.projectId, month: "2026-10", figure: "asOfNow", ...more });
    expect(row?.closing).toEqual({
      ...{ closedAt: november(5), surveysOpen: false, correctedOn: "2026-11-12" },
      now: { asOfNow: now, yearToDate: now, overall: now },
    });
    const [then, between] = [of(25_000, 50_000), of(35_000, 50_000)];
    expect(await corrections(firm, "asOfNow")).toEqual([
      { on: "2026-11-12", was: between, is: now },
      { on: "2026-11-08", was: then, is: between },
    ]);
    const first = await at(firm, november(28), () => page({ limit: 1 }));
    expect(first.items).toEqual([{ on: "2026-11-12", was: between, is: now }]);
    const next = await at(firm, november(28), () => page({ limit: 1, cursor: first.cursor }));
    expect(next.items).toEqual([{ on: "2026-11-08", was: then, is: between }]);
    const stranger = await mintTenant();
    await close(stranger, november(5));
    const foreign = () => page({ cursor: first.cursor, projectId: stranger.projectId });
    await expect(stranger.as("auditor", foreign)).rejects.toMatchObject({ code: "not_found" });
    expect(await corrections(firm, "current")).toEqual([]);
    expect(await corrections(firm, "asOfNow", "2026-09")).toEqual([]);
  });

  it("counts what was corrected on its own day only from its closing on", async () => {
    const { firm, pay, told } = await billed();
    await close(firm, november(5, 1), "2026-09");
    await pay(1, 1_000, november(5, 2));
    await told(november(5, 2));
    await close(firm, november(5, 3));
    await pay(1, 200, november(5, 4));
    await told(november(5, 4));
    expect(await corrections(firm, "asOfNow")).toEqual([
      { on: "2026-11-05", was: of(26_000, 50_000), is: of(26_200, 50_000) },
    ]);
    const { row } = await october(firm, november(6));
    expect(row?.closing?.now.asOfNow).toEqual({ numerator: 26_200, denominator: 50_000 });
    expect(await recount(firm.tenantId)).toMatchObject({ differences: [] });
  });

  it("is corrected by what changes its receivable too, a waiver or a bill made late", async () => {
    const { firm, told } = await billed();
    await close(firm, november(5));
    const bill = (await billsOf(firm)).find(({ paid }) => paid === 0);
    await at(firm, november(9), () =>
      waiveBill({ billId: bill?.billId ?? "", amount: 5_000, reason: "电梯停用" }),
    );
    await told(november(9));
    expect(await corrections(firm, "current")).toEqual([
      { on: "2026-11-09", was: of(25_000, 50_000), is: of(25_000, 45_000) },
    ]);
    expect((await october(firm, november(10))).row?.closing?.now).toMatchObject({
      current: { numerator: 25_000, denominator: 45_000 },
      waived: { numerator: 5_000, denominator: 50_000 },
    });
  });

  it("of a year long past is corrected by a bill made late for a year before it", async () => {
    const { firm, told } = await billed();
    await close(firm, november(5));
    await at(firm, november(10), () => startRun({ projectId: firm.projectId, period: "2025-12" }));
    await told(november(10));
    expect(await corrections(firm, "arrearsRecovery")).toEqual([
      { on: "2026-11-10", was: of(0, 0), is: of(0, 50_000) },
    ]);
    expect((await october(firm, november(11))).row?.closing).toMatchObject({ correctedOn: "2026-11-10" });
  });
});

/** Answers of "1" that come although the survey is over, as when an import of papers is made good. */
async function addAnswers(firm: Firm, campaignId: string, count: number) {
  const work = new Work(firm.tenantId);
  for (let i = 0; i < count; i++)
    work.create(SurveyResponse, {
      ...{ responseId: newId("response"), invitationId: newId("surveyInvitation"), campaignId },
      ...{ projectId: firm.projectId, openedMonth: "2026-11", channel: "paper", stage: "over3" },
      ...{ answers: answered(1), at: work.now },
    });
  await work.commit();
}

describe("surveys of a closed month", () => {
  const december = (day: number) => new Date(Date.UTC(2026, 11, day, 2)).toISOString();
  const shut = (firm: Firm) =>
    at(firm, december(5), () => closeMonth({ projectId: firm.projectId, month: "2026-11" }));
  const satisfied = async (firm: Firm) => {
    const { projects } = await at(firm, december(20), () => compare({ period: "2026-11" }), "auditor");
    return { is: projects[0]?.satisfaction.satisfied, closing: projects[0]?.closing };
  };
  const ten = Array.from({ length: 12 }, () => ordinary);

  it("are frozen once they are over, at the next closing", async () => {
    const { firm, invitations, campaignId } = await opened(ten);
    const answer = (from: number, to: number, value: number) =>
      Promise.all(
        invitations.slice(from, to).map(({ invitationId }) => give(firm, invitationId, answered(value))),
      );
    await answer(0, 5, 5);
    await foldProject(firm);
    expect(await shut(firm)).toMatchObject({ surveysOpen: true });
    await answer(5, 10, 1);
    await foldProject(firm);
    expect(await satisfied(firm)).toMatchObject({
      is: { numerator: 5, denominator: 10 },
      closing: { surveysOpen: true, now: {} },
    });
    await at(firm, december(6), () => closeCampaign({ campaignId }), "headquarters");
    const first = await shut(firm);
    expect(first).toMatchObject({ surveysOpen: false, closedAt: december(5) });
    expect(await shut(firm)).toEqual(first);
  });

  it("tell of a change only where it is one of five answers or more", async () => {
    const { firm, invitations, campaignId } = await opened(ten);
    for (const { invitationId } of invitations.slice(0, 6)) await give(firm, invitationId, answered(5));
    await at(firm, november(20), () => closeCampaign({ campaignId }), "headquarters");
    await foldProject(firm);
    expect(await shut(firm)).toMatchObject({ surveysOpen: false });
    const late = async (count: number) => {
      await asIfAt(december(8), () => firm.asSystem(() => addAnswers(firm, campaignId, count)));
      await asIfAt(december(8), () => foldProject(firm));
    };
    await late(4);
    expect(await satisfied(firm)).toMatchObject({
      is: { numerator: 6, denominator: 6 },
      closing: { correctedOn: "2026-12-08", now: {} },
    });
    await late(1);
    expect((await satisfied(firm)).closing?.now.satisfied).toEqual({ numerator: 6, denominator: 11 });
  });
});
