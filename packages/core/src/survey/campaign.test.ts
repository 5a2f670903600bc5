import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { asIfAt } from "../clock";
import { DomainError } from "../error";
import { openLink } from "../link/link";
import { Resident } from "../resident/resident.entity";
import { table } from "../table/client";
import { Work } from "../table/work";
import setup from "../testing/database";
import { mintProject, mintTenant } from "../testing/tenant";
import { openSurvey } from "./answer";
import { campaignStates, campaignTable, nextCampaignState } from "./campaign.states";
import { runCampaigns } from "./clocks";
import { answerSurvey, closeCampaign, getCampaign, listCampaigns, startCampaign } from "./index";
import {
  answered,
  asHousehold,
  type Firm,
  type Household,
  invitationsOf,
  lettersOf,
  mintHouses,
  ordinary,
} from "./survey.testing";

// A database of its own: running the clocks at some other time would wake what other tests have waiting.
let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await setup();
});
afterAll(() => stop());
afterEach(() => vi.restoreAllMocks());

const noon = "2026-11-02T04:00:00.000Z";
const run = (at: string) => asIfAt(at, runCampaigns);
const start = (firm: Firm, input: Partial<Parameters<typeof startCampaign>[0]> = {}) =>
  asIfAt(noon, () =>
    firm.as("headquarters", () =>
      startCampaign({ projectIds: [firm.projectId], closesOn: "2026-11-30", ...input }),
    ),
  );
const state = async (firm: Firm, campaignId: string) =>
  (await firm.as("headquarters", () => getCampaign({ campaignId }))).state;
const letters = async (firm: Firm) =>
  Promise.all(
    (await invitationsOf(firm)).map(async ({ invitationId }) =>
      (await lettersOf(firm, invitationId)).map(({ template }) => template),
    ),
  );

describe("the states of a campaign", () => {
  it("allow what the table says, and nothing else", () => {
    const walked = campaignStates.flatMap((from) =>
      (["open", "invited", "close"] as const).map((action) => {
        const to = campaignTable[from][action];
        if (to) expect(nextCampaignState(from, action)).toBe(to);
        else expect(() => nextCampaignState(from, action)).toThrow(DomainError);
        return `${from} ${action} ${to ?? "-"}`;
      }),
    );
    expect(walked).toEqual([
      "draft open opening",
      "draft invited -",
      "draft close closed",
      "opening open -",
      "opening invited open",
      "opening close closed",
      "open open -",
      "open invited -",
      "open close closed",
      "closed open -",
      "closed invited -",
      "closed close -",
    ]);
  });
});

describe("starting a campaign", () => {
  it("is headquarters' alone, over projects of its own", async () => {
    const [firm, other] = [await mintTenant(), await mintTenant()];
    const projectIds = [firm.projectId];
    await expect(firm.as("project_manager", () => startCampaign({ projectIds }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(other.as("headquarters", () => startCampaign({ projectIds }))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    [{ opensOn: "2026-11-01" }, "opensOn"],
    [{ opensOn: "2027-12-01" }, "opensOn"],
    [{ closesOn: "2026-11-01" }, "closesOn"],
    [{ closesOn: "2027-11-04" }, "closesOn"],
    [{ closesOn: "2026-02-30" }, "closesOn"],
    [{ projectIds: [] }, "projectIds"],
    [{ title: { "zh-CN": "", en: "Survey" } }, "title.zh-CN"],
  ])("refuses %j", async (input, field) => {
    await expect(start(await mintTenant(), input)).rejects.toMatchObject({ code: "bad_request", field });
  });

  it("has a title in both languages and three weeks unless told otherwise", async () => {
    const firm = await mintTenant();
    expect(await start(firm, { closesOn: undefined })).toMatchObject({
      title: { "zh-CN": "2026年业户满意度调查", en: "2026 resident satisfaction survey" },
      opensOn: "2026-11-02",
      closesOn: "2026-11-22",
      closesAt: "2026-11-22T16:00:00.000Z",
      openedMonth: "2026-11",
      state: "draft",
    });
  });

  it("is listed to who works in one of its projects, with those alone", async () => {
    const firm = await mintTenant();
    const work = new Work(firm.tenantId);
    const second = mintProject(work, "云栖苑");
    await work.commit();
    const { campaignId } = await start(firm, { projectIds: [firm.projectId, second.projectId] });
    const { withActor } = await import("../context");
    const seenBy = (ids: string[]) =>
      withActor(firm.member("project_manager", ids), () => listCampaigns({})).then(({ items }) => items);
    expect(await seenBy([second.projectId])).toMatchObject([{ campaignId, projectIds: [second.projectId] }]);
    const elsewhere = firm.member("project_manager", ["prj_01JD3V0N5W2Q8Z7R6T5Y4X3W2V"]);
    expect((await withActor(elsewhere, () => listCampaigns({}))).items).toEqual([]);
    await expect(withActor(elsewhere, () => getCampaign({ campaignId }))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("inviting households", () => {
  it("writes to the owner first, else the occupant, by a channel they do not refuse", async () => {
    const firm = await mintTenant();
    const phone = "+8613800002222";
    const households: Household[] = [
      { people: [{ as: "occupant", phone: "+8613800003333" }, { phone }] },
      {
        people: [
          { as: "occupant", phone },
          { email: "no@phone.example", refuses: ["mail"] },
        ],
      },
      { people: [{ phone, email: "a@b.example", refuses: ["sms"], locale: "en" }] },
      { people: [{ phone, refuses: ["sms", "mail"] }] },
      {
        people: [
          { as: "family", phone },
          { phone, to: "2025-01-01" },
        ],
      },
      {},
      { ...ordinary, occupancy: "unsold" },
      { ...ordinary, occupancy: "vacant" },
    ];
    await mintHouses(firm, households);
    const { campaignId } = await start(firm);
    await run(noon);
    const invitations = await invitationsOf(firm);
    const sent = await Promise.all(invitations.map(({ invitationId }) => lettersOf(firm, invitationId)));
    expect(sent.map((own) => own.map(({ kind, to }) => `${kind} ${to}`))).toEqual([
      [`sms ${phone}`],
      [`sms ${phone}`],
      ["mail a@b.example"],
      [],
      [],
      [],
      ["sms +8613800001111"],
    ]);
    expect(sent[2]?.[0]?.subject).toContain("2026 resident satisfaction survey");
    expect(await state(firm, campaignId)).toBe("open");
  });

  it("gives each household one short link of its own, good until the end of the last day", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary, ordinary]);
    await start(firm);
    await run(noon);
    const invitations = await invitationsOf(firm);
    const urls = await Promise.all(
      invitations.map(async ({ invitationId }) => {
        const [letter] = await lettersOf(firm, invitationId);
        return /\/s\/([\w]+)/.exec(letter?.text ?? "")?.[1] ?? "";
      }),
    );
    expect(new Set(urls).size).toBe(2);
    for (const [index, token] of urls.entries()) {
      expect(token).toHaveLength(12);
      const link = await asIfAt(noon, () => openLink(token));
      expect(link).toMatchObject({
        kind: "survey",
        subjectId: invitations[index]?.invitationId,
        expired: false,
      });
      expect((await asIfAt("2026-11-30T16:00:00.000Z", () => openLink(token))).expired).toBe(true);
    }
  });

  it("reaches each household once, killed before or after any transaction and run by two at once", async () => {
    const firm = await mintTenant();
    await mintHouses(
      firm,
      Array.from({ length: 60 }, () => ordinary),
    );
    const { campaignId } = await start(firm);
    const write = table.transact;
    let calls = 0;
    const spy = vi.spyOn(table, "transact").mockImplementation(async (input) => {
      calls++;
      if (calls % 3 === 0) throw new Error("killed before writing");
      const output = await write(input);
      if (calls % 3 === 1) throw new Error("killed after writing");
      return output;
    });
    for (let tried = 0; tried < 40 && (await state(firm, campaignId)) !== "open"; tried++)
      await Promise.allSettled([run(noon), run(noon)]);
    spy.mockRestore();
    await run(noon);
    expect(await state(firm, campaignId)).toBe("open");
    expect(calls).toBeGreaterThan(6);
    const sent = await letters(firm);
    expect(sent).toHaveLength(60);
    expect(new Set(sent.flatMap((own) => own.join()))).toEqual(new Set(["surveyInvitation"]));
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
  });

  it("waits for its day, and stops when it is closed on the way", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary]);
    const { campaignId } = await start(firm, { opensOn: "2026-11-10" });
    await run("2026-11-09T15:59:00.000Z");
    expect(await letters(firm)).toEqual([]);
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
    await run("2026-11-10T03:00:00.000Z");
    expect(await letters(firm)).toEqual([]);
    expect(await state(firm, campaignId)).toBe("closed");
    await expect(firm.as("headquarters", () => closeCampaign({ campaignId }))).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

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

describe("closing", () => {
  it("comes with the end of the last local day, for the link even before the clock has struck", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary]);
    const { campaignId } = await start(firm);
    await run(noon);
    const [household] = await invitationsOf(firm);
    const open = (at: string) =>
      asIfAt(at, () => asHousehold(firm, household?.invitationId ?? "", () => openSurvey({})));
    expect((await open("2026-11-30T15:59:59.999Z")).state).toBe("open");
    expect((await open("2026-11-30T16:00:00.000Z")).state).toBe("closed");
    await run("2026-11-30T15:59:59.999Z");
    expect(await state(firm, campaignId)).toBe("open");
    await run("2026-11-30T16:00:00.000Z");
    expect(await state(firm, campaignId)).toBe("closed");
    await run("2026-11-30T16:00:00.000Z");
  });
});
