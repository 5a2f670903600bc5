import { afterEach, describe, expect, it, vi } from "vitest";
import { asIfAt } from "../clock";
import { openLink } from "../link/link";
import { table } from "../table/client";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { letters, noon, run, start, state } from "./clocks.testing";
import { closeCampaign } from "./index";
import { type Household, invitationsOf, lettersOf, mintHouses, ordinary } from "./survey.testing";

ownDatabase();
afterEach(() => vi.restoreAllMocks());

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
