import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@frontdesk/core/actor";
import { OtherActor, useActor, withActor, withContext } from "@frontdesk/core/context";
import { Project } from "@frontdesk/core/project/project.entity";
import { table } from "@frontdesk/core/table/client";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { afterEach, expect, it, vi } from "vitest";
import { createApp } from "./app";
import { testApp } from "./browser.testing";
import { asConfirmed } from "./sender";

afterEach(() => void vi.restoreAllMocks());

/** An app whose next request comes from somebody who acted as `likely` before, and who is `truth` by now. */
function between(likely: Actor, truth: Promise<Actor> | Actor) {
  const auth = async () => new Response();
  const senderOf = () => ({ likely, actor: Promise.resolve(truth) });
  const app = createApp({ senderOf, auth, version: "test" });
  return () =>
    app.request("/api/projects", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name: "滨江一号", kind: "residential" }),
    });
}

const projects = async (tenantId: string) => {
  const { items } = await withActor({ type: "system", tenantId }, () => Project.query("table", ["project"]));
  return items.map(({ name }) => name).sort();
};

it("whose session has ended writes nothing, however they acted a moment ago", async () => {
  const firm = await mintTenant();
  const before = await projects(firm.tenantId);
  const answer = await between(firm.member("headquarters"), { type: "public" })();
  expect(answer.status).toBe(401);
  expect(await projects(firm.tenantId)).toEqual(before);
});

it("who may less by now does no more than they may by now", async () => {
  const firm = await mintTenant();
  const before = await projects(firm.tenantId);
  const answer = await between(firm.member("headquarters"), firm.member("technician"))();
  expect(answer.status).toBe(403);
  expect(await projects(firm.tenantId)).toEqual(before);
});

it("who may more by now is not refused for what they were", async () => {
  const firm = await mintTenant();
  const answer = await between(firm.member("technician"), firm.member("headquarters"))();
  expect(answer.status).toBe(201);
});

it("who works for another firm by now works for that one alone", async () => {
  const [one, other] = [await mintTenant(), await mintTenant()];
  const before = await projects(one.tenantId);
  const answer = await between(one.member("headquarters"), other.member("headquarters"))();
  expect(answer.status).toBe(201);
  expect(await projects(one.tenantId)).toEqual(before);
  expect(await projects(other.tenantId)).toContain("滨江一号");
});

it("nothing is written or answered before the session is read", async () => {
  const firm = await mintTenant();
  const actor = firm.member("headquarters");
  const before = await projects(firm.tenantId);
  let tell = (_: Actor) => {};
  const truth = new Promise<Actor>((resolve) => {
    tell = resolve;
  });
  const writing = vi.spyOn(table, "transact");
  let answered = false;
  const answer = Promise.resolve(between(actor, truth)()).finally(() => {
    answered = true;
  });
  await vi.waitFor(() => expect(writing).toHaveBeenCalled());
  await sleep(100);
  expect([answered, await projects(firm.tenantId)]).toEqual([false, before]);
  tell(actor);
  expect((await answer).status).toBe(201);
  expect(await projects(firm.tenantId)).toContain("滨江一号");
});

it("a session that cannot be read lets nobody in", async () => {
  const firm = await mintTenant();
  const before = await projects(firm.tenantId);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const answer = await between(firm.member("headquarters"), Promise.reject(new Error("no table")))();
  expect(answer.status).toBe(500);
  expect(await projects(firm.tenantId)).toEqual(before);
});

it("what has effects beside the table runs as who it is, once", async () => {
  const firm = await mintTenant();
  const [likely, truth] = [firm.member("headquarters"), firm.member("technician")];
  const ran: Actor[] = [];
  const confirmed = Promise.reject(new OtherActor(truth));
  confirmed.catch(() => undefined);
  await withContext({ actor: likely, requestId: "test", confirmed }, () =>
    asConfirmed(async () => void ran.push(useActor())),
  );
  expect(ran).toEqual([truth]);
});

it("a stranger to the app is nobody", async () => {
  expect((await testApp().request("/api/projects")).status).toBe(401);
});
