import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { newId } from "../id";
import { invitationIdOf, SurveyInvitation } from "../survey/invitation.entity";
import type { Answers } from "../survey/questionnaire";
import { storeAnswer } from "../survey/store";
import { type Firm, mintHouses, sourcesOf } from "../survey/survey.testing";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { fold } from "./fold";
import { channels, questions, type stages } from "./sheet";
import { gridOf, readSheet } from "./sheet.entity";
import { surveyInvitationCells, surveyResponseCells } from "./survey.cells";

type Step = {
  house: number;
  channel: (typeof channels)[number];
  values: (number | null)[];
  /** Which records the stream tells of after this step, and how often. */
  told: number[];
};

const rating = fc.constantFrom(1, 2, 3, 4, 5, null);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    house: fc.nat(4),
    channel: fc.constantFrom(...channels),
    values: fc.array(rating, { minLength: 8, maxLength: 8 }),
    told: fc.array(fc.nat(30), { maxLength: 6 }),
  }),
  { maxLength: 12 },
);

/** Houses by stage on the day of answering; the last one cannot be reached. */
const handovers = ["2026-05-01", "2024-05-01", "2010-05-01", undefined, undefined];
const stageOf: (typeof stages)[number][] = ["upTo1", "1to3", "over3", "unknown", "unknown"];
const answerTime = "2026-12-01T04:00:00.000Z";

async function invited(firm: Firm) {
  const houses = await mintHouses(
    firm,
    handovers.map((handoverDate) => ({ handoverDate })),
  );
  const campaignId = newId("campaign");
  const work = new Work(firm.tenantId);
  const invitations = houses.map((houseId, index) =>
    work.create(SurveyInvitation, {
      ...{ campaignId, projectId: firm.projectId, houseId, houseCode: `1-1-${index + 1}` },
      invitationId: invitationIdOf(campaignId, houseId),
      openedMonth: "2026-11",
      residentId: index < 4 ? newId("resident") : undefined,
      invitedAt: "2026-11-30T04:00:00.000Z",
    }),
  );
  await work.commit();
  return { campaignId, ids: invitations.map(({ invitationId }) => invitationId) };
}

const answersOf = (values: (number | null)[]) =>
  Object.fromEntries(questions.map((question, index) => [question, values[index] ?? null])) as Answers;

async function answer(firm: Firm, invitationId: string, { channel, values }: Step) {
  const work = new Work(firm.tenantId);
  const invitation = await SurveyInvitation.need({ invitationId });
  const given = { responseId: newId("response"), channel, answers: answersOf(values), comment: "好" };
  await storeAnswer(work, invitation, given);
  await work.commit();
}

/** The same numbers counted plainly from the history: the last answer of each household. */
function expected(history: Step[]) {
  const cells = new Map<string, number>();
  const add = (name: string) => cells.set(name, (cells.get(name) ?? 0) + 1);
  for (let house = 0; house < handovers.length; house++) {
    const last = history.filter((step) => step.house === house).at(-1);
    const marks = ["invited", ...(last ? ["answered"] : house === 4 ? ["undeliverable"] : [])];
    for (const mark of marks) for (const row of ["households", "11"]) add(`${row}/${mark}`);
    if (!last) continue;
    for (const [index, question] of questions.entries()) {
      const column = String(last.values[index] ?? "na");
      add(`${question}/${last.channel}/${column}`);
      add(`${question}/${stageOf[house]}/${column}`);
      if (question === "overall") add(`11/${column}`);
      else if (last.values[index] && last.values[7]) add(`${question}/${column}/${last.values[7]}`);
    }
  }
  return Object.fromEntries([...cells].sort());
}

async function kept(firm: Firm, campaignId: string) {
  const [campaign, year] = [
    await readSheet(campaignId, firm.projectId),
    await readSheet("2026", firm.projectId),
  ];
  const all = [
    ...gridOf(campaign, "survey").nonZero(),
    ...gridOf(campaign, "drivers").nonZero(),
    ...gridOf(year, "satisfaction").nonZero(),
  ];
  return Object.fromEntries(all.map(({ row, column, value }) => [`${row}/${column}`, value] as const).sort());
}

describe("the survey's figures", () => {
  it("equal a plain recount after any history, told of in any order, in pieces and again", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const firm = await mintTenant();
        const { campaignId, ids } = await firm.asSystem(() => invited(firm));
        for (const step of history) {
          await asIfAt(answerTime, () => firm.asSystem(() => answer(firm, ids[step.house] ?? "", step)));
          const sources = await sourcesOf(firm);
          await fold(step.told.flatMap((index) => sources[index % sources.length] ?? []));
        }
        const sources = await sourcesOf(firm);
        await fold(sources.slice(3).reverse());
        await Promise.all([fold(sources), fold(sources.slice(0, 5))]);
        expect(await firm.asSystem(() => kept(firm, campaignId))).toEqual(expected(history));
      }),
      { numRuns: 12 },
    );
  });

  it("are made of one record at a time, whatever else it carries", () => {
    const common = { campaignId: newId("campaign"), projectId: newId("project"), openedMonth: "2026-11" };
    const household = surveyInvitationCells.cells(
      { ...common, residentId: newId("resident"), token: "x" },
      "UTC",
    );
    expect(household.map(({ family, row, column }) => `${family} ${row} ${column}`)).toEqual([
      "survey households invited",
      "satisfaction 11 invited",
    ]);
    const response = {
      ...common,
      channel: "paper",
      stage: "over3",
      answers: answersOf([1, 2, 3, 4, 5, null, 1, 2]),
    };
    expect(surveyResponseCells.cells({ ...response, superseded: true }, "UTC")).toEqual([]);
    const cells = surveyResponseCells.cells({ ...response, superseded: false }, "UTC");
    expect(cells.filter(({ family }) => family === "survey")).toHaveLength(16);
    expect(
      cells.filter(({ family }) => family === "drivers").map(({ row, column }) => `${row} ${column}`),
    ).toEqual([
      "security/1 2",
      "cleaning/2 2",
      "greening/3 2",
      "engineering/4 2",
      "frontDesk/5 2",
      "complaints/1 2",
    ]);
    const silent = { ...response, superseded: false, answers: { ...response.answers, overall: null } };
    expect(surveyResponseCells.cells(silent, "UTC").filter(({ family }) => family === "drivers")).toEqual([]);
    expect(cells.filter(({ column }) => column === "na").map(({ row }) => row)).toEqual([
      "fees/paper",
      "fees/over3",
    ]);
    expect(cells.at(-1)).toMatchObject({
      family: "satisfaction",
      scope: "2026",
      row: "11",
      column: "2",
      amount: 1,
    });
  });
});
