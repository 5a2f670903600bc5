import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sweepCallbacks } from "@frontdesk/core/callback/index";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { sweepDayChecks } from "@frontdesk/core/day-check/index";
import { sweepClocks } from "@frontdesk/core/escalation/index";
import { newId } from "@frontdesk/core/id";
import { Message } from "@frontdesk/core/message/message.entity";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import type { Browser } from "@frontdesk/functions/api/browser.testing";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { type Firm, firm } from "./firm";
import { type Entry, manifest } from "./manifest";

ownDatabase();

/** A firm with somebody who may do everything, and of whom complaints are made. */
let own: Firm;
let concerned: Browser;
let memberId: string;
let desk: Browser;
let manager: Browser;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-confidential-"));
  own = await firm("bing");
  const browserOf = (role: Parameters<Firm["browsers"]["get"]>[0]) => {
    const browser = own.browsers.get(role);
    if (!browser) throw new Error(`Nobody is ${role}`);
    return browser;
  };
  [concerned, desk, manager] = [
    browserOf("headquarters"),
    browserOf("front_desk"),
    browserOf("project_manager"),
  ];
  const session = (await concerned.get("/api/session")).body as { member?: { id: string } };
  memberId = session.member?.id ?? "";
}, 240_000);

const entries: Record<string, Entry> = manifest;
const pathOf = (name: string, input: Record<string, unknown>) => {
  const rest = { ...input };
  const path = (name.split(" ")[1] ?? "").replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest[field]);
    delete rest[field];
    return value;
  });
  return { path: `/api${path}`, rest };
};
/** Lists in full, and the month's trail as well as one record's. */
const readings = () => [
  ...Object.keys(manifest)
    .filter((name) => name.startsWith("GET ") && !/qr$|xlsx$|pdf$|photos/.test(name))
    .map((name) => {
      const { limit: _limit, ...input } = (entries[name]?.input?.(own.ids) ?? {}) as Record<string, unknown>;
      const { path, rest } = pathOf(name, input);
      return `${path}?${new URLSearchParams(rest as Record<string, string>)}`;
    }),
  "/api/audit?limit=100",
  "/api/complaints?show=closed",
  "/api/complaints?show=quality",
  `/api/figures/records?projectId=${own.ids.projectId}&figure=complaintsHandled`,
];

async function complain(): Promise<{ ticketId: string; number: string }> {
  const { projectId, houseId, residentId } = own.ids;
  const answer = await desk.post("/api/tickets", {
    ...{ projectId, houseId, reporter: { residentId }, kind: "complaint", category: "service" },
    ...{ channel: "call", words: "总部的人态度很差", complaint: { about: [memberId], cause: "attitude" } },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return { ticketId: String(answer.body.ticketId), number: String(answer.body.number) };
}

const said = { found: "查了", done: "办了", improved: "会改" };
/** What others do with it, in any order; what does not fit is refused. */
const deeds: Record<string, (ticketId: string) => Promise<unknown>> = {
  investigate: (id) => desk.post(`/api/tickets/${id}/complaint/investigate`, { note: "问了当班的人" }),
  propose: (id) => desk.post(`/api/tickets/${id}/complaint/propose`, { note: "致歉" }),
  approve: (id) => manager.post(`/api/tickets/${id}/complaint/approve`, {}),
  carryOut: (id) => desk.post(`/api/tickets/${id}/complaint/carry-out`, { note: "已致歉" }),
  answer: (id) => desk.post(`/api/tickets/${id}/complaint/answer`, { ...said, way: "sms" }),
  callback: (id) =>
    own.browsers
      .get("area_manager")
      ?.post(`/api/tickets/${id}/callback`, { reached: true, satisfied: true }) ?? Promise.resolve(),
  split: (id) => desk.post(`/api/tickets/${id}/split`, { trade: "engineering" }),
  letter: (id) => desk.post(`/api/tickets/${id}/replies`, {}),
  clocks: () =>
    asIfAt(plus(isoNow(), { days: 20 }), () =>
      Promise.all([sweepClocks(), sweepCallbacks(), sweepDayChecks()]),
    ),
};
const usual = ["investigate", "propose", "approve", "carryOut", "answer", "letter", "callback", "clocks"];

it("shows nothing of a confidential complaint to whom it is about, whatever is done with it", async () => {
  const way = fc.array(fc.constantFrom(...Object.keys(deeds)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(way, async (more) => {
      const { ticketId, number } = await complain();
      for (const deed of [...more, ...usual]) await deeds[deed]?.(ticketId);
      const seen = await manager.get(`/api/tickets/${ticketId}`);
      expect(seen.status).toBe(200);
      const shown = await Promise.all(readings().map((path) => manager.get(path)));
      const telling = shown.filter(({ body }) => JSON.stringify(body).includes(ticketId));
      expect(telling.length).toBeGreaterThan(4);
      for (const path of readings()) {
        const answer = await concerned.get(path);
        expect(answer.status, path).toBeLessThan(500);
        const text = JSON.stringify(answer.body);
        expect(text.includes(ticketId) || text.includes(number), `${path}: ${text.slice(0, 400)}`).toBe(
          false,
        );
      }
    }),
    { numRuns: 4 },
  );
}, 240_000);

it("answers every act on it like one on an unknown ticket", async () => {
  const { ticketId } = await complain();
  const plain = ({ status, body }: { status: number; body: object }) =>
    `${status} ${JSON.stringify(body, (key, value: unknown) => (key === "requestId" ? "" : value))}`;
  for (const [name, entry] of Object.entries(entries)) {
    const [method = ""] = name.split(" ");
    const input = (entry.input?.(own.ids) ?? {}) as Record<string, unknown>;
    const field = Object.keys(input).find((key) => ["ticketId", "duplicateOf"].includes(key));
    if (!field || name === "GET /audit" || entry.file !== undefined) continue;
    const ask = async (id: string) => {
      const { path, rest } = pathOf(name, { ...input, [field]: id });
      if (method === "GET")
        return concerned.get(`${path}?${new URLSearchParams(rest as Record<string, string>)}`);
      return concerned.send(method, path, rest);
    };
    const [hidden, unknown] = [await ask(ticketId), await ask(newId("ticket"))];
    expect(plain(hidden), name).toBe(plain(unknown));
    expect(hidden.status, name).toBe(404);
  }
}, 120_000);

it("writes nothing of it to whom it is about", async () => {
  const { ticketId, number } = await complain();
  for (const deed of usual.slice(0, -1)) await deeds[deed]?.(ticketId);
  const late = await complain();
  await deeds.clocks?.(late.ticketId);
  const session = (await concerned.get("/api/session")).body as { user?: { email: string } };
  const { tenantId } = own.ids;
  const about = await withActor({ type: "system", tenantId }, async () =>
    Promise.all(
      [ticketId, late.ticketId].map(async (id) => (await Message.query("gsi1", ["message", id])).items),
    ),
  );
  const messages = about.flat();
  expect(messages.length).toBeGreaterThan(3);
  expect(messages.filter(({ to }) => to === session.user?.email)).toEqual([]);
  expect(number).not.toBe(late.number);
});

it("lets it be seen again once it turns out to be about somebody else", async () => {
  const { ticketId } = await complain();
  expect((await concerned.get(`/api/tickets/${ticketId}`)).status).toBe(404);
  const lifted = await manager.post(`/api/tickets/${ticketId}/complaint/confide`, { about: [] });
  expect(lifted.status).toBe(200);
  expect((await concerned.get(`/api/tickets/${ticketId}`)).status).toBe(200);
  const own = await concerned.post(`/api/tickets/${ticketId}/complaint/confide`, { about: [memberId] });
  expect(own.status).toBe(400);
});

it("gives nobody work on a complaint about themselves", async () => {
  const { projectId, houseId, memberId: technician } = own.ids;
  const { body } = await desk.post("/api/tickets", {
    ...{ projectId, houseId, reporter: { name: "张伟" }, kind: "complaint", category: "facilities" },
    ...{ channel: "call", words: "师傅乱收费", complaint: { about: [technician] } },
  });
  const given = await desk.post(`/api/tickets/${String(body.ticketId)}/assign`, { assigneeId: technician });
  expect(given.status).toBe(400);
  expect(JSON.stringify(given.body)).toContain("assigneeId");
});
