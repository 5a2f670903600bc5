import { randomUUID } from "node:crypto";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { newId } from "@frontdesk/core/id";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { hashPassword } from "@frontdesk/core/identity/password";
import { registerFirm, registerMember } from "@frontdesk/core/identity/register";
import { memberById, membersOfProject, needWorker } from "@frontdesk/core/member/index";
import { table } from "@frontdesk/core/table/client";
import { Work } from "@frontdesk/core/table/work";
import { mintProject } from "@frontdesk/core/testing/tenant";
import { describe, expect, it } from "vitest";
import { Browser, testApp } from "./browser.testing";

const mail = noteMail();
const app = testApp();
const password = "correct horse battery";
const passwordHash = await hashPassword(password);

const address = () => `${randomUUID().slice(0, 13)}@example.com`;
const person = (name = "王敏", email = address()) => ({
  email,
  name,
  locale: "zh-CN" as const,
  passwordHash,
});

/** A firm with two projects and its founder signed in. */
async function mintFirm() {
  const founder = person();
  const firm = await registerFirm({ name: "翠湖物业" }, founder);
  const work = new Work(firm.tenantId);
  const [north, south] = [mintProject(work, "翠湖北苑").projectId, mintProject(work, "翠湖南苑").projectId];
  await work.commit();
  const boss = new Browser(app);
  await boss.signIn(founder.email, password);
  /** Another member, signed in. */
  const join = async (position: Parameters<typeof registerMember>[2], who = person("李雷")) => {
    const member = await registerMember(firm.tenantId, who, position);
    const browser = new Browser(app);
    await browser.signIn(who.email, password);
    return { ...member, email: who.email, browser };
  };
  const asSystem = <T>(body: () => T): T => withActor({ type: "system", tenantId: firm.tenantId }, body);
  return { ...firm, founder, north, south, boss, join, asSystem };
}

const everywhere = { role: "front_desk", projectIds: "all" } as const;

describe("an invitation", () => {
  it("brings someone new in, by the link in the letter", async () => {
    const { boss, north, tenantId } = await mintFirm();
    const email = address();
    const position = { role: "technician", projectIds: [north], trade: "engineering" };
    const invited = await boss.post("/api/invitations", { email, ...position });
    expect([invited.status, invited.body]).toEqual([
      201,
      expect.objectContaining({ email, ...position, state: "pending" }),
    ]);
    expect(invited.body).not.toHaveProperty("tokenHash");
    expect(mail.to(email)[0]).toMatchObject({
      template: "invitation",
      tenantId,
      text: expect.stringContaining("王敏"),
    });

    const token = mail.token(email);
    const browser = new Browser(app);
    expect((await browser.post("/api/invitations/open", { token })).body).toEqual({
      ...{ firmName: "翠湖物业", inviterName: "王敏", role: "technician", email },
      ...{ registered: false, accepted: false },
    });
    const nameless = await browser.post("/api/invitations/accept", { token, password });
    expect([nameless.status, nameless.body.error]).toEqual([400, expect.objectContaining({ field: "name" })]);
    const short = await browser.post("/api/invitations/accept", { token, name: "韩梅", password: "short" });
    expect([short.status, short.body.error]).toEqual([400, expect.objectContaining({ field: "password" })]);
    const joined = await browser.post("/api/invitations/accept", { token, name: "韩梅", password });
    expect([joined.status, joined.body]).toEqual([
      200,
      { tenantId, email, memberId: expect.stringMatching(/^mem_/) },
    ]);

    await browser.signIn(email, password);
    expect((await browser.get("/api/session")).body).toMatchObject({
      tenant: { id: tenantId },
      member: { id: joined.body.memberId, role: "technician", projectIds: [north] },
    });
    const listed = await boss.get(`/api/members?search=${email.slice(0, 8)}`);
    expect(listed.body.items).toEqual([
      expect.objectContaining({ name: "韩梅", email, trade: "engineering" }),
    ]);
  });

  it("lets someone with an account join: signed in, or by their password, and nobody else", async () => {
    const [first, second] = await Promise.all([mintFirm(), mintFirm()]);
    await first.boss.post("/api/invitations", {
      email: second.founder.email,
      role: "auditor",
      projectIds: "all",
    });
    const token = mail.token(second.founder.email);
    const stranger = new Browser(app);
    expect((await stranger.post("/api/invitations/accept", { token })).status).toBe(401);
    const guess = { token, name: "贼", password: "attacker password" };
    expect((await stranger.post("/api/invitations/accept", guess)).status).toBe(401);
    expect((await first.boss.post("/api/invitations/accept", { token })).status).toBe(409);
    const accepted = await second.boss.post("/api/invitations/accept", { token });
    expect([accepted.status, accepted.body.tenantId]).toEqual([200, first.tenantId]);
    const switched = await second.boss.post("/api/session/tenant", { tenantId: first.tenantId });
    expect(switched.body).toMatchObject({ member: { role: "auditor" }, memberships: [{}, {}] });
  });

  it("makes one member of two acceptances at once", async () => {
    const { boss } = await mintFirm();
    const email = address();
    await boss.post("/api/invitations", { email, ...everywhere });
    const body = { token: mail.token(email), name: "韩梅", password };
    const answers = await Promise.all(
      [1, 2, 3].map(() => new Browser(app).post("/api/invitations/accept", body)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.memberId)).size).toBe(1);
    expect((await boss.get(`/api/members?search=${email}`)).body.items).toHaveLength(1);
    const other = { ...body, password: "another password" };
    expect((await new Browser(app).post("/api/invitations/accept", other)).status).toBe(401);
  });

  it("is good by its newest link only, and no more when withdrawn or old", async () => {
    const { boss } = await mintFirm();
    const email = address();
    const invited = await boss.post("/api/invitations", { email, ...everywhere });
    const path = `/api/invitations/${invited.body.invitationId}`;
    const first = mail.token(email);
    expect((await boss.post("/api/invitations", { email, ...everywhere })).status).toBe(409);
    expect((await boss.post(`${path}/resend`)).status).toBe(200);
    const second = mail.token(email);
    const accept = (token: string) =>
      new Browser(app).post("/api/invitations/accept", { token, name: "韩梅", password });
    expect((await accept(first)).status).toBe(410);
    await asIfAt(plus(isoNow(), { days: 8 }), async () => expect((await accept(second)).status).toBe(410));
    expect((await boss.send("DELETE", path)).body).toMatchObject({ state: "withdrawn" });
    expect((await accept(second)).status).toBe(410);
    expect((await boss.post(`${path}/resend`)).status).toBe(409);
    expect((await boss.get("/api/invitations")).body.items).toEqual([]);
    expect((await boss.post("/api/invitations", { email, ...everywhere })).status).toBe(201);
    expect((await accept(second)).status).toBe(410);
    expect((await accept(mail.token(email))).status).toBe(200);
    const again = await boss.post("/api/invitations", { email, ...everywhere });
    expect([again.status, again.body.error]).toEqual([409, expect.objectContaining({ field: "email" })]);
  });

  it("is headquarters' to send, for its own projects, roles and trades that go together", async () => {
    const [firm, other] = await Promise.all([mintFirm(), mintFirm()]);
    const desk = await firm.join(everywhere);
    const invite = (browser: Browser, more: object) =>
      browser.post("/api/invitations", { email: address(), ...everywhere, ...more });
    expect((await invite(desk.browser, {})).status).toBe(403);
    expect((await invite(new Browser(app), {})).status).toBe(401);
    for (const projectId of [other.north, newId("project")])
      expect((await invite(firm.boss, { projectIds: [projectId] })).status).toBe(404);
    expect((await invite(firm.boss, { projectIds: [] })).status).toBe(400);
    expect((await invite(firm.boss, { role: "technician" })).body.error).toMatchObject({ field: "trade" });
    expect((await invite(firm.boss, { trade: "cleaning" })).body.error).toMatchObject({ field: "trade" });
    const limited = { role: "headquarters", projectIds: [firm.north] };
    expect((await invite(firm.boss, limited)).body.error).toMatchObject({ field: "projectIds" });
    const path = `/api/invitations/${(await invite(firm.boss, {})).body.invitationId}`;
    expect((await other.boss.send("DELETE", path)).status).toBe(404);
    expect((await other.boss.post(`${path}/resend`)).status).toBe(404);
  });
});

describe("a member", () => {
  it("who is disabled is out at once, there and nowhere else", async () => {
    const [firm, other] = await Promise.all([mintFirm(), mintFirm()]);
    const who = person("李雷");
    const member = await firm.join(everywhere, who);
    await registerMember(other.tenantId, who, everywhere);
    const elsewhere = new Browser(app);
    await elsewhere.signIn(who.email, password);
    await elsewhere.post("/api/session/tenant", { tenantId: other.tenantId });
    const second = new Browser(app);
    await second.signIn(who.email, password);
    await second.post("/api/session/tenant", { tenantId: firm.tenantId });

    expect((await member.browser.get("/api/members")).status).toBe(200);
    const disabled = await firm.boss.post(`/api/members/${member.memberId}/disable`);
    expect(disabled.body).toMatchObject({ state: "disabled" });
    expect((await member.browser.get("/api/members")).status).toBe(401);
    expect((await second.get("/api/session")).status).toBe(401);
    expect((await elsewhere.get("/api/members")).status).toBe(200);
    expect((await elsewhere.post("/api/session/tenant", { tenantId: firm.tenantId })).status).toBe(404);
    expect((await elsewhere.get("/api/session")).body.memberships).toHaveLength(1);

    await firm.boss.post(`/api/members/${member.memberId}/enable`);
    expect((await member.browser.get("/api/members")).status).toBe(401);
    expect((await elsewhere.post("/api/session/tenant", { tenantId: firm.tenantId })).status).toBe(200);
  });

  it.each([
    ["who is signed in", true],
    ["who never was signed in", false],
  ])("%s cannot slip in between the look at their sessions and the end of these", async (_, before) => {
    const firm = await mintFirm();
    const who = person("李雷");
    const member = before
      ? await firm.join(everywhere, who)
      : { ...(await registerMember(firm.tenantId, who, everywhere)), email: who.email };
    const late = new Browser(app);
    const { transact } = table;
    let slipped = false;
    table.transact = async (input) => {
      const disabling = input.TransactItems?.some(({ Put }) => Put?.Item?.state === "disabled");
      if (disabling && !slipped) {
        slipped = true;
        expect((await late.signIn(member.email, password)).status).toBe(200);
        expect((await late.get("/api/members")).status).toBe(200);
      }
      return transact(input);
    };
    try {
      expect((await firm.boss.post(`/api/members/${member.memberId}/disable`)).status).toBe(200);
    } finally {
      table.transact = transact;
    }
    expect(slipped).toBe(true);
    expect((await late.get("/api/members")).status).toBe(401);
    const after = new Browser(app);
    await after.signIn(member.email, password);
    expect((await after.get("/api/session")).body).toMatchObject({ tenant: null, memberships: [] });
  });

  it("has a new role and new projects from the very next request", async () => {
    const firm = await mintFirm();
    const member = await firm.join({ role: "front_desk", projectIds: "all" });
    const projects = async () =>
      ((await member.browser.get("/api/projects")).body.items as { projectId: string }[]).map(
        (one) => one.projectId,
      );
    expect(await projects()).toHaveLength(2);
    const path = `/api/members/${member.memberId}`;
    const change = (body: object) => firm.boss.send("PATCH", path, body);
    expect((await change({ projectIds: [firm.south] })).body).toMatchObject({ projectIds: [firm.south] });
    expect(await projects()).toEqual([firm.south]);
    expect((await member.browser.send("PATCH", "/api/tenant", { callbackHours: 12 })).status).toBe(403);
    expect((await change({ role: "headquarters" })).body).toMatchObject({
      role: "headquarters",
      projectIds: "all",
    });
    expect((await member.browser.send("PATCH", "/api/tenant", { callbackHours: 12 })).status).toBe(200);
    const technician = await change({ role: "technician", trade: "cleaning", phone: "+86 139 1023 6000" });
    expect(technician.body).toMatchObject({ trade: "cleaning", phone: "13910236000" });
    expect((await change({ role: "auditor", phone: "" })).body).not.toHaveProperty("trade");
    expect((await firm.boss.get(path)).body).not.toHaveProperty("phone");
    expect((await change({ phone: "12" })).body.error).toMatchObject({ field: "phone" });
  });

  it("at headquarters, if the last, stays there", async () => {
    const firm = await mintFirm();
    const path = `/api/members/${firm.memberId}`;
    expect((await firm.boss.post(`${path}/disable`)).status).toBe(409);
    expect((await firm.boss.send("PATCH", path, { role: "auditor" })).status).toBe(409);
    const second = await firm.join({ role: "headquarters", projectIds: "all" });
    const both = await Promise.all([
      firm.boss.post(`/api/members/${second.memberId}/disable`),
      second.browser.post(`${path}/disable`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it("of another firm is as unknown as none", async () => {
    const [firm, other] = await Promise.all([mintFirm(), mintFirm()]);
    const tried = async (memberId: string) => {
      const path = `/api/members/${memberId}`;
      const answers = [
        await firm.boss.get(path),
        await firm.boss.send("PATCH", path, { role: "auditor" }),
        await firm.boss.post(`${path}/disable`),
        await firm.boss.post(`${path}/enable`),
      ];
      return answers.map(({ status, body }) => [status, body.error?.code, body.error?.message]);
    };
    const unknown = await tried(newId("member"));
    expect(await tried(other.memberId)).toEqual(unknown);
    expect(unknown.map(([status]) => status)).toEqual([404, 404, 404, 404]);
  });

  it("is listed by pages, and found by part of name, address or phone", async () => {
    const firm = await mintFirm();
    const names = ["赵一", "钱二", "孙三", "李四", "周五"];
    for (const name of names) await registerMember(firm.tenantId, person(name), everywhere);
    const seen: string[] = [];
    let cursor: unknown = "";
    while (cursor !== undefined) {
      const page = await firm.boss.get(`/api/members?limit=2${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...(page.body.items as { name: string }[]).map(({ name }) => name));
      cursor = page.body.cursor;
    }
    expect(seen).toEqual(["王敏", ...names]);
    const found = await firm.boss.get(`/api/members?search=${encodeURIComponent("孙")}&limit=1`);
    expect(found.body.items).toEqual([expect.objectContaining({ name: "孙三" })]);
    expect((await firm.boss.get("/api/members?role=headquarters")).body.items).toHaveLength(1);
    const other = await mintFirm();
    const stolen = (await firm.boss.get("/api/members?limit=2")).body.cursor;
    expect((await other.boss.get(`/api/members?limit=2&cursor=${stolen}`)).status).toBe(404);
  });

  it("can be asked for by project, role and trade", async () => {
    const firm = await mintFirm();
    const engineer = { role: "technician", trade: "engineering" } as const;
    const north = await firm.join({ ...engineer, projectIds: [firm.north] });
    const cleaner = await firm.join({ role: "technician", trade: "cleaning", projectIds: "all" });
    const gone = await firm.join({ ...engineer, projectIds: "all" });
    await firm.boss.post(`/api/members/${gone.memberId}/disable`);
    const ids = (projectId: string, wanted = {}) =>
      firm.asSystem(async () =>
        (await membersOfProject(projectId, wanted)).map(({ memberId }) => memberId).sort(),
      );
    expect(await ids(firm.north, { trade: "engineering" })).toEqual([north.memberId]);
    expect(await ids(firm.south, { roles: ["technician"] })).toEqual([cleaner.memberId]);
    expect(await ids(firm.south)).toEqual([firm.memberId, cleaner.memberId].sort());
    await firm.asSystem(async () => {
      expect(await memberById(gone.memberId)).toMatchObject({ state: "disabled" });
      expect(await needWorker(north.memberId, firm.north)).toMatchObject({ trade: "engineering" });
      await expect(needWorker(north.memberId, firm.south)).rejects.toMatchObject({ code: "not_found" });
      await expect(needWorker(gone.memberId, firm.north)).rejects.toMatchObject({ code: "not_found" });
    });
  });
});
