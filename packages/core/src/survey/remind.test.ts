import { afterEach, describe, expect, it, vi } from "vitest";
import { asIfAt } from "../clock";
import { Resident } from "../resident/resident.entity";
import { table } from "../table/client";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { letters, noon, run, start, state } from "./clocks.testing";
import { answerSurvey } from "./index";
import { answered, asHousehold, invitationsOf, lettersOf, mintHouses, ordinary } from "./survey.testing";

ownDatabase();
afterEach(() => vi.restoreAllMocks());

describe("reminders", () => {
  const first = "2026-11-23T02:00:30.000Z";
  const second = "2026-11-27T02:00:30.000Z";

  it("go twice, to silent households that do not refuse them, however often the clock strikes", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary, ordinary, ordinary, {}]);
    await start(firm);
    await run(noon);
    const [one, two] = await invitationsOf(firm);
    const give = (id = "", at = noon) =>
      asIfAt(at, () => asHousehold(firm, id, () => answerSurvey({ answers: answered(4) })));
    await give(one?.invitationId);
    await Promise.all([run(first), run(first)]);
    await run(first);
    await give(two?.invitationId, first);
    await Promise.all([run(second), run(second)]);
    await run(second);
    expect(await letters(firm)).toEqual([
      ["surveyInvitation"],
      ["surveyInvitation", "surveyReminder"],
      ["surveyInvitation", "surveyReminder", "surveyReminder"],
      [],
    ]);
  });

  it("carry the same link, and leave out who has come to refuse them", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary, ordinary]);
    await start(firm);
    await run(noon);
    const [one, two] = await invitationsOf(firm);
    await firm.asSystem(async () => {
      const work = new Work(firm.tenantId);
      work.patch(Resident, await Resident.need({ residentId: two?.residentId ?? "" }), { refuses: ["sms"] });
      await work.commit();
    });
    await run(first);
    const texts = (await lettersOf(firm, one?.invitationId ?? "")).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    for (const text of texts) expect(text).toContain(`/s/${one?.token}`);
    expect(await lettersOf(firm, two?.invitationId ?? "")).toHaveLength(1);
  });

  it("reach each silent household once when killed on the way", async () => {
    const firm = await mintTenant();
    await mintHouses(
      firm,
      Array.from({ length: 60 }, () => ordinary),
    );
    await start(firm);
    await run(noon);
    const write = table.transact;
    let calls = 0;
    const spy = vi.spyOn(table, "transact").mockImplementation(async (input) => {
      calls++;
      if (calls % 3 === 1) throw new Error("killed before writing");
      const output = await write(input);
      if (calls % 3 === 2) throw new Error("killed after writing");
      return output;
    });
    for (let tried = 0; tried < 12; tried++) await run(first).catch(() => undefined);
    spy.mockRestore();
    await run(first);
    expect(calls).toBeGreaterThan(4);
    expect(new Set((await letters(firm)).map((own) => own.join()))).toEqual(
      new Set(["surveyInvitation,surveyReminder"]),
    );
  });

  it("are not doubled or made up for when the clocks were long unattended", async () => {
    const [late, over] = [await mintTenant(), await mintTenant()];
    for (const firm of [late, over]) await mintHouses(firm, [ordinary]);
    await start(late);
    await run(second);
    expect(await letters(late)).toEqual([["surveyInvitation"]]);
    const { campaignId } = await start(over);
    await run("2026-12-05T02:00:00.000Z");
    expect(await letters(over)).toEqual([]);
    expect(await state(over, campaignId)).toBe("closed");
  });
});
