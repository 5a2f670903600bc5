import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { openLink } from "../link/link";
import { mintTenant } from "../testing/tenant";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  contactResident,
  editTicket,
  getProgress,
  getTicket,
  rateTicket,
  refuseTicket,
  reopenTicket,
  startTicket,
  voidTicket,
} from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
const as = <T>(actor: MemberActor, body: () => T) => withActor(actor, body);
const note = "换了软管";

/** Registered, given to engineering, taken and done by the technician. */
async function doneBy(actor: MemberActor, more = {}) {
  const { ticketId } = await report(cast, more);
  await as(cast.desk, () => assignTicket({ ticketId, trade: "engineering" }));
  await as(actor, () => acceptTicket({ ticketId }));
  await as(actor, () => startTicket({ ticketId }));
  await as(actor, () => completeTicket({ ticketId, note, photos: [cast.photoId] }));
  return ticketId;
}

/** The tokens of the links in the messages about a ticket. */
const tokensOf = async (ticketId: string) => [
  ...new Set((await messagesOf(cast, ticketId)).flatMap(({ text }) => /\/t\/(\w+)/.exec(text)?.[1] ?? [])),
];
/** The token of the one link a ticket has. */
async function tokenOf(ticketId: string) {
  const [token = "", ...others] = await tokensOf(ticketId);
  expect(others).toEqual([]);
  return token;
}

async function asHolder<T>(token: string, body: () => T) {
  const { tenantId, subjectId } = await openLink(token);
  return withActor({ type: "resident", tenantId, subjectId }, body);
}

describe("a ticket's way", () => {
  it("goes from the desk to the trade and back, each step with who and when", async () => {
    const ticketId = await doneBy(cast.technician);
    const ticket = await as(cast.desk, () => getTicket({ ticketId }));
    expect(ticket).toMatchObject({
      state: "completed",
      trade: "engineering",
      assigneeId: cast.technician.memberId,
      assigneeName: cast.technician.name,
      respondedAt: expect.any(String),
      completions: [
        {
          byMemberId: cast.technician.memberId,
          note,
          photos: [cast.photoId],
          onTime: true,
          callbackWanted: true,
        },
      ],
    });
    const told = ticket.history.map(({ action, byName, from, to }) => [action, byName, from, to]);
    expect(told).toEqual([
      ["register", cast.desk.name, undefined, "registered"],
      ["assign", cast.desk.name, "registered", "assigned"],
      ["accept", cast.technician.name, "assigned", "accepted"],
      ["start", cast.technician.name, "accepted", "started"],
      ["complete", cast.technician.name, "started", "completed"],
    ]);
    expect(ticket.history.map(({ at }) => at)).toEqual([...ticket.history.map(({ at }) => at)].sort());
  });

  it("starts no clock anew but at a reopening, and holds each completion to its own", async () => {
    const { ticketId } = await asIfAt("2026-11-01T00:00:00.000Z", () => report(cast));
    await asIfAt("2026-11-01T00:04:00.000Z", () => as(cast.desk, () => contactResident({ ticketId, note })));
    await asIfAt("2026-11-04T00:00:00.000Z", () => as(cast.desk, () => completeTicket({ ticketId, note })));
    const again = await asIfAt("2026-11-05T00:00:00.000Z", () =>
      as(cast.desk, () => reopenTicket({ ticketId, note: "还漏" })),
    );
    expect(again).toMatchObject({
      state: "registered",
      respondedAt: "2026-11-01T00:04:00.000Z",
      completionDueAt: "2026-11-07T00:00:00.000Z",
      reopenedCount: 1,
      completions: [
        { dueAt: "2026-11-03T00:00:00.000Z", onTime: false, reopenedAt: "2026-11-05T00:00:00.000Z" },
      ],
    });
    const done = await asIfAt("2026-11-06T00:00:00.000Z", () =>
      as(cast.desk, () => completeTicket({ ticketId, note })),
    );
    expect(done.completions[1]).toMatchObject({ dueAt: "2026-11-07T00:00:00.000Z", onTime: true });
  });

  it("closes praise, and what no resident stands behind, without a callback", async () => {
    const praise = await report(cast, { kind: "praise", category: "service" });
    const closed = await as(cast.desk, () => completeTicket({ ticketId: praise.ticketId, note }));
    expect(closed).toMatchObject({ state: "closed", completions: [{ callbackWanted: false }] });
    const patrol = await report(cast, { houseId: undefined, reporter: {}, channel: "patrol" });
    const seen = await as(cast.desk, () => completeTicket({ ticketId: patrol.ticketId, note }));
    expect(seen.state).toBe("closed");
  });
});

describe("two members at once", () => {
  it("one takes it, the other is told who did", async () => {
    const { ticketId } = await report(cast);
    await as(cast.desk, () => assignTicket({ ticketId, trade: "engineering" }));
    const taps = await Promise.allSettled(
      [cast.technician, cast.mate].map((actor) => as(actor, () => acceptTicket({ ticketId }))),
    );
    const won = taps.find((tap) => tap.status === "fulfilled");
    const lost = taps.find((tap) => tap.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "conflict" });
    expect(String(lost?.reason)).toContain(won?.value.assigneeName);
  });

  it("refuses an edit of what somebody changed in between, and lets the one with the right revision through", async () => {
    const { ticketId, rev } = await report(cast);
    const edits = await Promise.allSettled(
      ["甲", "乙"].map((words) => as(cast.desk, () => editTicket({ ticketId, rev, words }))),
    );
    expect(edits.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(as(cast.desk, () => voidTicket({ ticketId, rev, note }))).rejects.toMatchObject({
      code: "conflict",
      field: "rev",
    });
    const now = await as(cast.desk, () => getTicket({ ticketId }));
    await as(cast.desk, () => voidTicket({ ticketId, rev: now.rev, note }));
  });

  it("loses no change of those who look at nothing but their own", async () => {
    const { ticketId } = await report(cast);
    await Promise.all(
      Array.from({ length: 5 }, () => as(cast.desk, () => contactResident({ ticketId, note }))),
    );
    const { history } = await as(cast.desk, () => getTicket({ ticketId }));
    expect(history.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe("dispatching", () => {
  it("gives work to people who do such work in the project, and to nobody else", async () => {
    const { ticketId } = await report(cast);
    const give = (assigneeId: string) => as(cast.desk, () => assignTicket({ ticketId, assigneeId }));
    await expect(give(cast.elsewhere.memberId)).rejects.toMatchObject({ code: "not_found" });
    await expect(give(newId("member"))).rejects.toMatchObject({ code: "not_found" });
    await expect(give(cast.cashier.memberId)).rejects.toMatchObject({ field: "assigneeId" });
    const given = await give(cast.mate.memberId);
    expect(given).toMatchObject({ state: "assigned", assigneeName: cast.mate.name });
    await expect(as(cast.technician, () => acceptTicket({ ticketId }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await as(cast.mate, () => refuseTicket({ ticketId, note: "不是我这栋" }));
    const back = await as(cast.desk, () => getTicket({ ticketId }));
    expect(back).toMatchObject({ state: "registered" });
    expect(back).not.toHaveProperty("assigneeId");
    expect(back.history.at(-1)).toMatchObject({ action: "refuse", note: "不是我这栋" });
  });

  it("lets those of the trade take it, and nobody of another", async () => {
    const { ticketId } = await report(cast);
    await as(cast.desk, () => assignTicket({ ticketId, trade: "cleaning" }));
    const take = (actor: MemberActor) => as(actor, () => acceptTicket({ ticketId }));
    await expect(take(cast.technician)).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(cast.second)).rejects.toMatchObject({ code: "forbidden" });
    expect((await take(cast.cleaner)).assigneeId).toBe(cast.cleaner.memberId);
    const own = await report(cast, { kind: "inquiry", category: "fees" });
    await as(cast.desk, () => assignTicket({ ticketId: own.ticketId, trade: "front_desk" }));
    await as(cast.second, () => acceptTicket({ ticketId: own.ticketId }));
  });

  it("names a duplicate's twin, of the same project, that is not void itself", async () => {
    const [twin, ticket] = [await report(cast), await report(cast)];
    const end = (duplicateOf: string) =>
      as(cast.desk, () => voidTicket({ ticketId: ticket.ticketId, note, duplicateOf }));
    await expect(end(ticket.ticketId)).rejects.toMatchObject({ field: "duplicateOf" });
    await expect(end(newId("ticket"))).rejects.toMatchObject({ code: "not_found" });
    expect(await end(twin.ticketId)).toMatchObject({ state: "void", duplicateOf: twin.ticketId });
  });

  it("keeps the category of what was reported done, and takes none the kind does not have", async () => {
    const { ticketId } = await report(cast);
    const edit = (category: string) => as(cast.desk, () => editTicket({ ticketId, category }));
    await expect(edit("gas")).rejects.toMatchObject({ field: "category" });
    expect((await edit("lift")).category).toBe("lift");
    await as(cast.desk, () => completeTicket({ ticketId, note }));
    await as(cast.desk, () => reopenTicket({ ticketId, note }));
    await expect(edit("leak")).rejects.toMatchObject({ field: "category" });
  });
});

describe("the outcome", () => {
  it("reaches the resident with a link that rates once, and changes nothing when used again", async () => {
    const ticketId = await doneBy(cast.technician);
    const token = await tokenOf(ticketId);
    expect(await openLink(token)).toMatchObject({ kind: "ticket", expired: false });
    expect(await asHolder(token, () => getProgress({}))).toMatchObject({
      outcome: { completion: 1, note },
      words: "厨房水管漏水",
    });
    // Whichever is first, it is of somebody who is called none the less.
    const posts = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => asHolder(token, () => rateTicket({ score: (i % 3) + 1 }))),
    );
    expect(posts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const again = asHolder(token, () => rateTicket({ score: 1, words: "改一下" }));
    await expect(again).rejects.toMatchObject({ code: "gone" });
    const { completions, state, history } = await as(cast.manager, () => getTicket({ ticketId }));
    expect(completions[0]?.rating?.words).toBeUndefined();
    expect(state).toBe("completed");
    expect(history.filter(({ action }) => action === "rate")).toHaveLength(1);
  });

  it("keeps what residents said from those who did the work", async () => {
    const ticketId = await doneBy(cast.technician);
    const token = await tokenOf(ticketId);
    await asHolder(token, () => rateTicket({ score: 2, words: "态度差" }));
    const seenBy = async (actor: MemberActor) =>
      (await as(actor, () => getTicket({ ticketId }))).completions[0]?.rating;
    expect(await seenBy(cast.technician)).toBeUndefined();
    expect(await seenBy(cast.mate)).toBeUndefined();
    expect(await seenBy(cast.desk)).toMatchObject({ score: 2, words: "态度差" });
    const history = (await as(cast.technician, () => getTicket({ ticketId }))).history;
    expect(JSON.stringify(history)).not.toContain("态度差");
  });

  it("is rated by residents alone: no member, and nobody with another ticket's link", async () => {
    const ticketId = await doneBy(cast.technician);
    const rate = () => rateTicket({ score: 5 });
    await expect(as(cast.technician, rate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(as(cast.headquarters, rate)).rejects.toMatchObject({ code: "forbidden" });
    const resident = (subjectId: string) => ({
      type: "resident" as const,
      tenantId: cast.tenantId,
      subjectId,
    });
    for (const other of [`${ticketId}.1`, `${newId("ticket")}.0`, newId("ticket"), newId("project")])
      await expect(withActor(resident(other), rate)).rejects.toMatchObject({ code: "not_found" });
    await expect(withActor(resident(ticketId), () => rateTicket({ score: 6 }))).rejects.toMatchObject({
      field: "score",
    });
    await expect(
      withActor(resident(ticketId), () => rateTicket({ score: 5, completion: 2 })),
    ).rejects.toMatchObject({ code: "conflict" });
  });

  it("has one link for all its rounds of work, each rated once, and tells the resident of the next one", async () => {
    const ticketId = await doneBy(cast.technician);
    await as(cast.desk, () => reopenTicket({ ticketId, note: "还漏" }));
    await as(cast.technician, () => acceptTicket({ ticketId }));
    await as(cast.technician, () => completeTicket({ ticketId, note: "这回好了" }));
    const templates = (await messagesOf(cast, ticketId)).map(({ template }) => template);
    expect(templates.sort()).toEqual([
      "ticketOutcome",
      "ticketOutcome",
      "ticketRegistered",
      "ticketReopened",
    ]);
    const token = await tokenOf(ticketId);
    await asHolder(token, () => rateTicket({ score: 5 }));
    await asHolder(token, () => rateTicket({ score: 1, completion: 1 }));
    const { completions } = await as(cast.manager, () => getTicket({ ticketId }));
    expect(completions.map(({ rating }) => rating?.score)).toEqual([1, 5]);
  });
});

describe("reach", () => {
  it("gives a ticket out of reach, of another tenant, or of nobody, the same answer", async () => {
    const { ticketId } = await report(cast);
    const stranger = await mintTenant();
    const asked = [
      () => as(cast.elsewhere, () => getTicket({ ticketId })),
      () => as(cast.elsewhere, () => acceptTicket({ ticketId })),
      () => as(stranger.member("headquarters"), () => getTicket({ ticketId })),
      () => as(stranger.member("headquarters"), () => voidTicket({ ticketId, note })),
      () => as(cast.desk, () => getTicket({ ticketId: newId("ticket") })),
    ];
    const answers = await Promise.all(asked.map((ask) => ask().catch((error) => error)));
    for (const answer of answers)
      expect({ code: answer.code, message: answer.message }).toEqual({
        code: "not_found",
        message: "Not found",
      });
  });

  it("takes no photo of another project into the outcome", async () => {
    const { ticketId } = await report(cast, {
      projectId: cast.other.projectId,
      houseId: cast.foreign,
      reporter: {},
    });
    const done = as(cast.desk, () => completeTicket({ ticketId, note, photos: [cast.photoId] }));
    await expect(done).rejects.toMatchObject({ code: "not_found" });
    expect((await as(cast.desk, () => getTicket({ ticketId }))).state).toBe("registered");
  });
});
