import type { Actor } from "@frontdesk/core/actor";
import { newId } from "@frontdesk/core/id";
import { mintCast } from "@frontdesk/core/ticket/cast.testing";
import { beforeAll, describe, expect, it } from "vitest";
import { appFor as appAs } from "./actor.testing";

let cast: Awaited<ReturnType<typeof mintCast>>;
beforeAll(async () => {
  cast = await mintCast();
});

/** What of an answer is looked into by name; the rest is matched. */
type Answer = {
  ticketId?: string;
  number?: string;
  state?: string;
  items?: unknown[];
  history?: unknown[];
  error?: unknown;
};

const appFor = (actor: Actor) => appAs<Answer>(actor);

const leak = () => ({
  projectId: cast.projectId,
  houseId: cast.house,
  reporter: { residentId: cast.resident },
  kind: "repair",
  category: "leak",
  channel: "call",
  words: "厨房水管漏水",
});

describe("the routes of tickets and callbacks", () => {
  it("carry a ticket from the call to the callback", async () => {
    const [desk, technician] = [appFor(cast.desk), appFor(cast.technician)];
    const { status, body } = await desk("POST /tickets", leak());
    expect(status).toBe(201);
    const of = `/tickets/${body.ticketId}`;
    expect((await desk(`POST ${of}/assign`, { trade: "engineering" })).body.state).toBe("assigned");
    expect((await technician("GET /work")).body.items).toMatchObject([{ number: body.number }]);
    expect((await technician(`POST ${of}/accept`, {})).body.state).toBe("accepted");
    expect((await technician(`POST ${of}/start`)).body.state).toBe("started");
    const done = await technician(`POST ${of}/complete`, { note: "换了软管", photos: [cast.photoId] });
    expect(done.body).toMatchObject({ state: "completed", completions: [{ note: "换了软管" }] });
    expect((await desk("GET /callbacks?limit=5")).body.items).toMatchObject([{ number: body.number }]);
    const closed = await desk(`POST ${of}/callback`, {
      reached: true,
      satisfied: true,
      scores: { result: 5 },
    });
    expect(closed).toMatchObject({ status: 200, body: { state: "closed", callback: { state: "done" } } });
    expect((await desk(`GET ${of}`)).body.history).toHaveLength(6);
    expect((await desk("GET /callbacks")).body.items).toEqual([]);
    expect((await desk(`GET /houses/${cast.house}/tickets`)).body.items).toHaveLength(1);
    expect((await desk("GET /tickets?state=closed&limit=1")).body.items).toMatchObject([
      { number: body.number },
    ]);
  });

  it("take nothing for a member who is not the one signed in by now", async () => {
    const [desk, mate] = [appFor(cast.desk), appFor(cast.mate)];
    const { body } = await desk("POST /tickets", leak());
    const of = `/tickets/${body.ticketId}`;
    await desk(`POST ${of}/assign`, { trade: "engineering" });
    const [theirs, own] = [cast.technician, cast.mate].map(({ memberId }) => ({ "acting-member": memberId }));
    const refused = await mate(`POST ${of}/accept`, {}, theirs);
    expect(refused).toMatchObject({ status: 401, body: { error: { code: "unauthenticated" } } });
    expect((await desk(`GET ${of}`)).body.state).toBe("assigned");
    expect((await mate(`POST ${of}/accept`, {}, own)).body.state).toBe("accepted");
  });

  it("answer the same request with the same ticket, and another one under its key with 409", async () => {
    const desk = appFor(cast.desk);
    const key = { "idempotency-key": `key-${newId("ticket")}` };
    const [first, again] = [
      await desk("POST /tickets", leak(), key),
      await desk("POST /tickets", leak(), key),
    ];
    expect(again).toEqual(first);
    const other = await desk("POST /tickets", { ...leak(), words: "别的" }, key);
    expect(other).toMatchObject({ status: 409, body: { error: { code: "idempotency_mismatch" } } });
  });

  it("say what is wrong with what was sent", async () => {
    const desk = appFor(cast.desk);
    const wrong = async (body: object) => (await desk("POST /tickets", body)).body.error;
    expect(await wrong({ ...leak(), kind: "party" })).toMatchObject({ code: "bad_request", field: "kind" });
    expect(await wrong({ ...leak(), words: 5 })).toMatchObject({ field: "words" });
    expect(await wrong({ ...leak(), houseId: "3-1-502" })).toMatchObject({ field: "houseId" });
    expect(await wrong({ ...leak(), rev: 1 })).toMatchObject({ field: "rev" });
    expect((await desk("GET /tickets?limit=101")).body.error).toMatchObject({ field: "limit" });
    expect((await desk("GET /callbacks?overdue=perhaps")).body.error).toMatchObject({ field: "overdue" });
  });

  it("let in nobody who may not", async () => {
    const { body } = await appFor(cast.desk)("POST /tickets", leak());
    const of = `/tickets/${body.ticketId}`;
    expect((await appFor({ type: "public" })(`GET ${of}`)).status).toBe(401);
    expect((await appFor(cast.member("auditor"))(`PATCH ${of}`, { words: "x" })).status).toBe(403);
    expect((await appFor(cast.technician)(`POST ${of}/void`, { note: "x" })).status).toBe(403);
    expect((await appFor(cast.elsewhere)(`GET ${of}`)).status).toBe(404);
    expect((await appFor(cast.desk)(`PATCH ${of}`, { words: "x", rev: 9 })).status).toBe(409);
  });
});
