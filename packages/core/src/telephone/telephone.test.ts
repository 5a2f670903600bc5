import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { newToken } from "../link/link";
import { signed } from "../signature";
import { type Cast, mintCast } from "../ticket/cast.testing";
import { callStates } from "./call.entity";
import {
  connectTelephone,
  disconnectTelephone,
  getTelephone,
  listCalls,
  receiveCall,
  setLines,
} from "./index";

const now = "2026-11-21T02:00:00.000Z";
const seconds = (iso: string) => String(Math.floor(Date.parse(iso) / 1_000));

let cast: Cast;
let line: { key: string; secret: string };
const asHeadquarters = <T>(body: () => T) => asIfAt(now, () => withActor(cast.headquarters, body));

beforeAll(async () => {
  cast = await mintCast();
  line = await connected();
  await asHeadquarters(() =>
    setLines({
      lines: [
        { extension: "8001", projectId: cast.projectId },
        { extension: "8002", memberIds: [cast.manager.memberId] },
        { extension: "8003", projectId: cast.other.projectId },
      ],
    }),
  );
});

async function connected() {
  const { address = "", secret } = await asHeadquarters(() => connectTelephone({}));
  return { key: address.split("/").at(-1) ?? "", secret };
}

const call = (more: object = {}) => ({
  callId: newId("step"),
  from: "13800001111",
  to: "8001",
  state: "ringing",
  ...more,
});

/** Sends a report as a telephone system would, at `at` by its own clock and `now` by ours. */
function report(body: object | string, { at = now, ours = now, by = line, signature = "" } = {}) {
  const payload = typeof body === "string" ? body : JSON.stringify(body);
  const timestamp = seconds(at);
  const given = signature || signed(by.secret, timestamp, payload);
  return asIfAt(ours, () => receiveCall({ key: by.key, timestamp, payload, signature: given }));
}

const seenBy = async (actor: Cast["desk"], at = now) =>
  (await asIfAt(at, () => withActor(actor, () => listCalls({})))).items;

describe("a call that is reported", () => {
  it("is shown at its line with the caller's house and name", async () => {
    const ringing = call();
    expect(await report(ringing)).toEqual({ callId: ringing.callId, state: "ringing" });
    const [shown] = (await seenBy(cast.desk)).filter(({ callId }) => callId === ringing.callId);
    expect(shown).toMatchObject({
      from: "13800001111",
      to: "8001",
      state: "ringing",
      callers: [{ houseId: cast.house, houseCode: "3-1-502", residentId: cast.resident, name: "王芳" }],
    });
  });

  it.each(["+8613800001111", "86 138 0000 1111", "013800001111"])("knows %s for the same", async (from) => {
    const given = call({ from });
    await report(given);
    const shown = (await seenBy(cast.desk)).find(({ callId }) => callId === given.callId);
    expect(shown?.callers.map(({ name }) => name)).toEqual(["王芳"]);
  });

  it.each(["13800001112", "1380000", "", "anonymous"])("knows nobody by %j", async (from) => {
    const given = call({ from });
    await report(given);
    expect((await seenBy(cast.desk)).find(({ callId }) => callId === given.callId)?.callers).toEqual([]);
  });

  it("is for who is at the line alone: the project's front desk, or the members who are named", async () => {
    const [project, member, unlisted] = [call(), call({ to: "8002" }), call({ to: "9999" })];
    for (const one of [project, member, unlisted]) await report(one);
    const limited = { ...cast.desk, projectIds: [cast.projectId] };
    const elsewhere = { ...cast.desk, projectIds: [cast.other.projectId] };
    const sees = async (actor: Cast["desk"]) => {
      const ids = (await seenBy(actor)).map(({ callId }) => callId);
      return [project, member, unlisted].map(({ callId }) => ids.includes(callId));
    };
    expect(await sees(cast.desk)).toEqual([true, false, true]);
    expect(await sees(limited)).toEqual([true, false, false]);
    expect(await sees(elsewhere)).toEqual([false, false, false]);
    expect(await sees(cast.manager)).toEqual([false, true, false]);
    expect(await sees(cast.technician)).toEqual([false, false, false]);
    expect(await sees(cast.headquarters)).toEqual([false, false, false]);
  });

  it("names a caller's house to nobody who does not work in its project", async () => {
    const given = call({ to: "8002" });
    await report(given);
    const away = { ...cast.manager, projectIds: [cast.other.projectId] };
    expect((await seenBy(away)).find(({ callId }) => callId === given.callId)?.callers).toEqual([]);
  });

  it("tells who is at no line that it need not ask again", async () => {
    const expects = (actor: Cast["desk"]) => withActor(actor, () => listCalls({}));
    expect(await expects(cast.technician)).toEqual({ expects: false, items: [] });
    expect((await expects(cast.manager)).expects).toBe(true);
  });

  it("is gone once it is over, and when its end is not reported", async () => {
    const [over, ringing, answered] = [call(), call(), call()];
    for (const one of [over, ringing, answered]) await report(one);
    await report({ ...over, state: "ended" });
    await report({ ...answered, state: "answered" });
    const left = async (minutes: number) => {
      const ids = (await seenBy(cast.desk, plus(now, { minutes }))).map(({ callId }) => callId);
      return [over, ringing, answered].map(({ callId }) => ids.includes(callId));
    };
    expect(await left(1)).toEqual([false, true, true]);
    expect(await left(3)).toEqual([false, false, true]);
    expect(await left(16)).toEqual([false, false, false]);
  });
});

describe("a report that is not taken", () => {
  const refused = { code: "unauthenticated" };

  it("is one of an unknown address, a wrong secret, or of other words than were signed", async () => {
    const given = call();
    const wrong = signed(line.secret, seconds(now), JSON.stringify(call()));
    await expect(report(given, { by: { ...line, key: newToken() } })).rejects.toMatchObject(refused);
    await expect(report(given, { by: { ...line, key: "../../x" } })).rejects.toMatchObject(refused);
    await expect(report(given, { by: { ...line, secret: "guessed" } })).rejects.toMatchObject(refused);
    await expect(report(given, { signature: wrong })).rejects.toMatchObject(refused);
    await expect(report(given, { signature: wrong.slice(0, 10) })).rejects.toMatchObject(refused);
    expect((await seenBy(cast.desk)).some(({ callId }) => callId === given.callId)).toBe(false);
  });

  it.each([
    ["five minutes old", -300, true],
    ["older", -301, false],
    ["five minutes ahead", 300, true],
    ["further ahead", 301, false],
  ])("is one that is %s: %i s", async (_, off, isTaken) => {
    const sent = report(call(), { at: plus(now, { seconds: off }) });
    if (isTaken) await sent;
    else await expect(sent).rejects.toMatchObject({ code: "bad_request", field: "timestamp" });
  });

  it.each([
    ["no JSON", "ringing"],
    ["no object", "null"],
    ["an unknown state", call({ state: "busy" })],
    ["no line", call({ to: "" })],
    ["a line that is none", call({ to: "reception" })],
    ["a call without a name", call({ callId: "" })],
    ["a name of two lines", call({ callId: "a\nb" })],
    ["a number without end", call({ from: "1".repeat(41) })],
    ["a firm in its body", call({ tenantId: newId("tenant") })],
  ])("is one with %s", async (_, body) => {
    await expect(report(body)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("is one that was sent before: whatever comes again, a call goes only on", async () => {
    const states = fc.array(fc.constantFrom(...callStates), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(states, async (reported) => {
        const given = call();
        let reached = -1;
        for (const state of reported) {
          const place = callStates.indexOf(state);
          const sent = report({ ...given, state });
          if (place > reached) expect((await sent).state).toBe(state);
          else await expect(sent).rejects.toMatchObject({ code: "conflict" });
          reached = Math.max(reached, place);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("is one of two that are the same and come at once", async () => {
    const given = call();
    const both = await Promise.allSettled([report(given), report(given)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not the first of a new call by an old name", async () => {
    const given = call();
    await report({ ...given, state: "ended" });
    const later = plus(now, { minutes: 61 });
    expect(await report(given, { at: later, ours: later })).toMatchObject({ state: "ringing" });
  });
});

describe("the secret", () => {
  it("is told once; a new one ends the one before, and none is left once it is taken away", async () => {
    cast = await mintCast();
    const first = await connected();
    expect(JSON.stringify(await asHeadquarters(() => getTelephone({})))).not.toContain(first.secret);
    await report(call(), { by: first });
    const second = await connected();
    expect(second.key).toBe(first.key);
    await expect(report(call(), { by: first })).rejects.toMatchObject({ code: "unauthenticated" });
    await report(call(), { by: second });
    await asHeadquarters(() => disconnectTelephone({}));
    await expect(report(call(), { by: second })).rejects.toMatchObject({ code: "unauthenticated" });
    expect(await asHeadquarters(() => getTelephone({}))).toEqual({ lines: [] });
    await expect(asHeadquarters(() => disconnectTelephone({}))).rejects.toMatchObject({ code: "conflict" });
    const third = await connected();
    await expect(report(call(), { by: { ...third, secret: second.secret } })).rejects.toMatchObject({
      code: "unauthenticated",
    });
  });

  it("of one firm signs nothing for another, and its calls are the other's nowhere", async () => {
    const own = await connected();
    const desk = cast.desk;
    cast = await mintCast();
    const other = await connected();
    await expect(report(call(), { by: { key: other.key, secret: own.secret } })).rejects.toMatchObject({
      code: "unauthenticated",
    });
    const theirs = call();
    await report(theirs, { by: other });
    const ids = (await seenBy(desk)).map(({ callId }) => callId);
    expect(ids).not.toContain(theirs.callId);
  });
});

describe("lines", () => {
  it("are each named once, and name projects and people of the firm", async () => {
    const foreign = await mintCast();
    const set = (lines: Parameters<typeof setLines>[0]["lines"]) => asHeadquarters(() => setLines({ lines }));
    await expect(set([{ extension: "1" }, { extension: "1" }])).rejects.toMatchObject({ field: "lines" });
    await expect(set([{ extension: "1", projectId: foreign.projectId }])).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(set([{ extension: "1", memberIds: [foreign.desk.memberId] }])).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
