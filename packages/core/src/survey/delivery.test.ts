import { afterEach, describe, expect, it, vi } from "vitest";
import { asIfAt } from "../clock";
import type { Channel, Receipt } from "../message/channel/channel";
import { ChannelUnreachable } from "../message/channel/channel";
import { messageReturned } from "../message/feedback";
import { sendMessage } from "../message/sender";
import { Resident } from "../resident/resident.entity";
import { table } from "../table/client";
import { fieldsOf } from "../table/packed";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { noon, run, start } from "./clocks.testing";
import { answerSurvey, getCampaign, listUndeliverable } from "./index";
import {
  answered,
  asHousehold,
  type Firm,
  foldProject,
  invitationsOf,
  lettersOf,
  mintHouses,
  ordinary,
} from "./survey.testing";

ownDatabase();
afterEach(() => vi.restoreAllMocks());

const firstReminder = "2026-11-23T02:00:30.000Z";
const bad = "+8613800009999";

/** A channel that refuses one number for good. */
const gateway: Channel = {
  name: "gateway",
  send: async ({ to }): Promise<Receipt> =>
    to === bad ? { status: "refused", reason: "no such number" } : { status: "sent", reference: "1" },
  lookup: async () => "unknown",
};
const channels = { sms: gateway, mail: gateway };

/** Sends all letters of the firm's invitations, each as often as told. */
async function sendAll(firm: Firm, at: string, times = 1) {
  for (const { invitationId } of await invitationsOf(firm))
    for (const { messageId } of await lettersOf(firm, invitationId))
      await asIfAt(at, () =>
        firm.asSystem(() =>
          Promise.all(Array.from({ length: times }, () => sendMessage(messageId, channels))),
        ),
      );
}

/** An open campaign over households: one with a number that does not exist, one in order, one nobody can write to. */
async function campaign(people = { phone: bad } as { phone: string; email?: string }) {
  const firm = await mintTenant();
  await mintHouses(firm, [{ people: [people] }, ordinary, {}]);
  const { campaignId } = await start(firm);
  await run(noon);
  return { firm, campaignId };
}

async function households(firm: Firm, campaignId: string) {
  await foldProject(firm);
  const { total } = await firm.as("headquarters", () => getCampaign({ campaignId }));
  return total?.households;
}
const unreached = async ({ projectId, as }: Firm, campaignId: string) =>
  (await as("front_desk", () => listUndeliverable({ campaignId, projectId }))).items.map(
    ({ houseCode, why }) => `${houseCode} ${why}`,
  );
const changeReceiver = (firm: Firm, residentId = "", phone: string) =>
  firm.asSystem(async () => {
    const work = new Work(firm.tenantId);
    work.patch(Resident, await Resident.need({ residentId }), { phone });
    await work.commit();
  });

describe("a letter that fails for good", () => {
  it("makes its household undeliverable once, however often it is sent and told of", async () => {
    const { firm, campaignId } = await campaign();
    expect(await households(firm, campaignId)).toMatchObject({ invited: 3, undeliverable: 1 });
    await sendAll(firm, noon, 4);
    await sendAll(firm, noon, 2);
    expect(await households(firm, campaignId)).toMatchObject({
      ...{ invited: 3, undeliverable: 2, answered: 0 },
      response: { numerator: 0, denominator: 1 },
    });
    expect(await unreached(firm, campaignId)).toEqual(["1-1-1 failed", "1-1-3 nobody"]);
    expect((await invitationsOf(firm)).map(({ rev }) => rev)).toEqual([2, 1, 1]);
  });

  it("does not while the channel is only away", async () => {
    const { firm, campaignId } = await campaign();
    vi.spyOn(gateway, "send").mockRejectedValue(new ChannelUnreachable("down"));
    await sendAll(firm, noon);
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 1 });
  });

  it("counts no more once the household answers", async () => {
    const { firm, campaignId } = await campaign();
    await sendAll(firm, noon);
    const [first] = await invitationsOf(firm);
    await asIfAt(noon, () =>
      asHousehold(firm, first?.invitationId ?? "", () => answerSurvey({ answers: answered(5) })),
    );
    expect(await households(firm, campaignId)).toMatchObject({
      ...{ invited: 3, undeliverable: 1, answered: 1 },
      response: { numerator: 1, denominator: 2 },
    });
    expect(await unreached(firm, campaignId)).toEqual(["1-1-3 nobody"]);
  });

  it("is not sent after by a reminder to the same number, but by one to a corrected number, which takes it back", async () => {
    const { firm, campaignId } = await campaign();
    await sendAll(firm, noon);
    await run(firstReminder);
    const [first] = await invitationsOf(firm);
    expect(await lettersOf(firm, first?.invitationId ?? "")).toHaveLength(1);
    await changeReceiver(firm, first?.residentId, "+8613800001234");
    await run("2026-11-27T02:00:30.000Z");
    await sendAll(firm, "2026-11-27T02:00:30.000Z");
    expect((await lettersOf(firm, first?.invitationId ?? "")).map(({ state }) => state)).toEqual([
      "failed",
      "sent",
    ]);
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 1 });
  });

  it("is followed by mail where there is an address", async () => {
    const { firm, campaignId } = await campaign({ phone: bad, email: "owner@example.com" });
    await sendAll(firm, noon);
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 2 });
    await run(firstReminder);
    await sendAll(firm, firstReminder);
    const [first] = await invitationsOf(firm);
    const letters = await lettersOf(firm, first?.invitationId ?? "");
    expect(letters.map(({ kind, state }) => `${kind} ${state}`)).toEqual(["sms failed", "mail sent"]);
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 1 });
  });

  it("changes nothing when only a reminder fails", async () => {
    const { firm, campaignId } = await campaign({ phone: "+8613800001234" });
    await sendAll(firm, noon);
    const [first] = await invitationsOf(firm);
    await changeReceiver(firm, first?.residentId, bad);
    await run(firstReminder);
    await sendAll(firm, firstReminder);
    const letters = await lettersOf(firm, first?.invitationId ?? "");
    expect(letters.map(({ state }) => state)).toEqual(["sent", "failed"]);
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 1 });
  });

  it("makes its household undeliverable when it comes back only later", async () => {
    const { firm, campaignId } = await campaign({ phone: "+8613800001234" });
    await sendAll(firm, noon);
    const [first] = await invitationsOf(firm);
    const [letter] = await lettersOf(firm, first?.invitationId ?? "");
    const bounce = { messageId: letter?.messageId ?? "", reason: "mailbox gone", cause: "bounce" as const };
    for (let told = 0; told < 3; told++) await asIfAt(noon, () => messageReturned(firm.tenantId, bounce));
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 2 });
    expect((await invitationsOf(firm))[0]?.rev).toBe(2);
  });

  it("is noted with the message or not at all, though the household answers in the same moment", async () => {
    const { firm, campaignId } = await campaign();
    const [first] = await invitationsOf(firm);
    const [letter] = await lettersOf(firm, first?.invitationId ?? "");
    const write = table.transact;
    let raced = false;
    vi.spyOn(table, "transact").mockImplementation(async (input) => {
      const isEnd = input.TransactItems?.some(({ Put }) => fieldsOf(Put?.Item ?? {}).state === "failed");
      if (isEnd && !raced) {
        raced = true;
        await asIfAt(noon, () =>
          asHousehold(firm, first?.invitationId ?? "", () => answerSurvey({ answers: answered(4) })),
        );
      }
      return write(input);
    });
    await asIfAt(noon, () => firm.asSystem(() => sendMessage(letter?.messageId ?? "", channels)));
    expect(raced).toBe(true);
    expect((await lettersOf(firm, first?.invitationId ?? "")).map(({ state }) => state)).toEqual(["failed"]);
    expect((await invitationsOf(firm))[0]).toMatchObject({ failedAt: bad, answeredAt: noon });
    expect(await households(firm, campaignId)).toMatchObject({ undeliverable: 1, answered: 1 });
  });
});
