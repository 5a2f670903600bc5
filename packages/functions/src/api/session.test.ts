import { createHmac, randomUUID } from "node:crypto";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { newId } from "@frontdesk/core/id";
import { createIdentity } from "@frontdesk/core/identity/index";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { hashPassword } from "@frontdesk/core/identity/password";
import { registerFirm, registerMember } from "@frontdesk/core/identity/register";
import { metered } from "@frontdesk/core/table/client";
import { describe, expect, it } from "vitest";
import { Browser, secret, testApp } from "./browser.testing";

const mail = noteMail();
const listed: string[] = [];
const app = testApp({ onListing: (model) => listed.push(model) });
const cookieName = "frontdesk.session_token";
const password = "correct horse battery";
const passwordHash = await hashPassword(password);

const person = (email = `${randomUUID().slice(0, 13)}@example.com`, name = "王敏") => ({
  email,
  name,
  locale: "zh-CN" as const,
  passwordHash,
});

/** A firm of a test's own, and a browser in which its founder is signed in. */
async function signedIn(who = person()) {
  const firm = await registerFirm({ name: "翠湖物业" }, who);
  const browser = new Browser(app);
  expect((await browser.signIn(who.email, password)).status).toBe(200);
  return { ...firm, email: who.email, browser };
}

const signed = (token: string, key = secret) =>
  encodeURIComponent(`${token}.${createHmac("sha256", key).update(token).digest("base64")}`);

describe("a session", () => {
  it("travels in a cookie that scripts cannot read and other sites cannot send", async () => {
    const who = person();
    await registerFirm({ name: "翠湖物业" }, who);
    const answer = await new Browser(app).signIn(who.email, password);
    const [cookie, device, ...more] = answer.headers.getSetCookie();
    expect(more).toEqual([]);
    expect(device).toMatch(
      /^frontdesk\.device_[\w-]{10}=[\w.-]{66}; Max-Age=15552000; Path=\/api\/auth; HttpOnly; SameSite=Lax$/,
    );
    expect(cookie).toMatch(/^frontdesk\.session_token=[^;]+; /);
    expect(cookie?.split("; ").slice(1).sort()).toEqual([
      "HttpOnly",
      "Max-Age=604800",
      "Path=/",
      "SameSite=Lax",
    ]);
    expect(answer.body).toEqual({ status: "ok" });

    const https = testApp({ baseUrl: "https://desk.example.com" });
    const browser = new Browser(https);
    const [secure, secureDevice] = (await browser.signIn(who.email, password)).headers.getSetCookie();
    expect(secure).toMatch(/^__Secure-frontdesk\.session_token=.*; Secure/);
    expect(secureDevice).toMatch(/^__Secure-frontdesk\.device_.*; Secure$/);
    expect((await browser.get("/api/session")).status).toBe(200);
  });

  it("is worth nothing altered, signed by another key, or made up", async () => {
    const { browser } = await signedIn();
    const good = browser.cookies.get(cookieName) ?? "";
    const [token = ""] = decodeURIComponent(good).split(".");
    const flipped = (text: string, at: number) =>
      text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
    const altered = [
      flipped(good, 3),
      flipped(good, good.length - 5),
      decodeURIComponent(good).slice(0, -2),
      token,
      `${token}.`,
      signed(token, "another secret of the same length!!!!!!!!"),
      signed("A".repeat(32)),
      signed(`${token}#x`),
      "",
      "x".repeat(5_000),
    ];
    for (const cookie of altered) {
      browser.cookies.set(cookieName, cookie);
      const answer = await browser.get("/api/session");
      expect([answer.status, answer.body.error?.code]).toEqual([401, "unauthenticated"]);
    }
    browser.cookies.set(cookieName, signed(token));
    expect((await browser.get("/api/session")).status).toBe(200);
  });

  it("costs a request one read, and next to no time", async () => {
    const { browser, memberId, tenantId, userId } = await signedIn();
    const { senderOf } = createIdentity({ secret, baseUrl: "http://localhost" });
    const cookie = `other=1; ${cookieName}=${browser.cookies.get(cookieName)}`;
    const request = new Request("http://localhost/api/tickets", { headers: { cookie } });
    const { result, spent } = await metered(() => senderOf(request).actor);
    expect(result).toEqual({
      ...{ type: "member", tenantId, memberId, userId, name: "王敏" },
      ...{ role: "headquarters", projectIds: "all" },
    });
    expect(spent).toEqual({ read: 1, write: 0 });
    const nobody = await metered(() => senderOf(new Request("http://localhost/")).actor);
    expect(nobody).toEqual({ result: { type: "public" }, spent: { read: 0, write: 0 } });
  });

  it("never lists a model to be found, from sign-in to sign-out", async () => {
    const { browser, email } = await signedIn();
    await browser.post("/api/auth/request-password-reset", { email });
    await browser.post("/api/auth/reset-password", {
      token: mail.token(email),
      newPassword: "another password",
    });
    await browser.signIn(email, "another password");
    await browser.post("/api/auth/change-password", {
      currentPassword: "another password",
      newPassword: password,
    });
    await browser.get("/api/sessions");
    await browser.post("/api/auth/sign-out");
    expect(listed).toEqual([]);
  });

  it("rolls on for a week from its last use, three months in all", async () => {
    const { browser } = await signedIn();
    const at = (days: number, minutes = 0) => plus(isoNow(), { days, minutes });
    const visit = (when: string) => asIfAt(when, () => browser.get("/api/session"));
    expect((await visit(at(0, 5))).headers.getSetCookie()).toEqual([]);
    const [renewed] = (await visit(at(5))).headers.getSetCookie();
    expect(renewed).toMatch(
      new RegExp(`^${cookieName}=[^;]+; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax$`),
    );
    expect((await visit(at(11))).status).toBe(200);
    expect((await visit(at(19))).status).toBe(401);
    for (let days = 17; days < 90; days += 6) expect((await visit(at(days))).status).toBe(200);
    expect((await visit(at(91))).status).toBe(401);
  });

  it("is another one after each sign-in, and the browser's old one is over", async () => {
    const { browser, email } = await signedIn();
    const old = browser.cookies.get(cookieName) ?? "";
    await browser.signIn(email, password);
    expect(browser.cookies.get(cookieName)).not.toBe(old);
    const thief = new Browser(app);
    thief.cookies.set(cookieName, old);
    expect((await thief.get("/api/session")).status).toBe(401);
    expect((await browser.get("/api/session")).status).toBe(200);
    expect((await browser.get("/api/sessions")).body.items).toHaveLength(1);
  });

  it("is over at once when its person signs out", async () => {
    const { browser } = await signedIn();
    const cookie = browser.cookies.get(cookieName) ?? "";
    expect((await browser.post("/api/auth/sign-out")).status).toBe(200);
    expect(browser.cookies.has(cookieName)).toBe(false);
    browser.cookies.set(cookieName, cookie);
    expect((await browser.get("/api/session")).status).toBe(401);
  });

  it("can be seen and ended from another device, one's own only", async () => {
    const { browser, email } = await signedIn();
    const phone = new Browser(app);
    await phone.send("POST", "/api/auth/sign-in/email", { email, password }, { "user-agent": "Phone/1" });
    const list = (await browser.get("/api/sessions")).body.items as { sessionId: string; current: boolean }[];
    expect(list).toHaveLength(2);
    const other = list.find(({ current }) => !current);
    expect(other).toMatchObject({
      userAgent: "Phone/1",
      address: phone.address,
      sessionId: expect.stringMatching(/^ses_/),
    });
    const stranger = await signedIn();
    const path = `/api/sessions/${other?.sessionId}`;
    const foreign = await stranger.browser.send("DELETE", path);
    const unknown = await stranger.browser.send("DELETE", `/api/sessions/${newId("session")}`);
    expect([foreign.status, foreign.body.error?.code, foreign.body.error?.message]).toEqual([
      unknown.status,
      unknown.body.error?.code,
      unknown.body.error?.message,
    ]);
    expect((await browser.send("DELETE", path)).body).toEqual({ ended: 1 });
    expect((await phone.get("/api/session")).status).toBe(401);
    expect((await browser.get("/api/session")).status).toBe(200);
  });

  it("ends everywhere, or everywhere else, on request", async () => {
    const { browser, email } = await signedIn();
    const [phone, tablet] = [new Browser(app), new Browser(app)];
    await phone.signIn(email, password);
    expect((await browser.send("DELETE", "/api/sessions?others=true")).body).toEqual({ ended: 1 });
    expect((await phone.get("/api/session")).status).toBe(401);
    await tablet.signIn(email, password);
    expect((await browser.send("DELETE", "/api/sessions")).body).toEqual({ ended: 2 });
    for (const one of [browser, tablet]) expect((await one.get("/api/session")).status).toBe(401);
  });

  it("gives way when a person has twenty already", async () => {
    const { browser, email } = await signedIn();
    const others = Array.from({ length: 20 }, () => new Browser(app));
    for (const one of others) expect((await one.signIn(email, password)).status).toBe(200);
    expect((await browser.get("/api/session")).status).toBe(401);
    expect((await others[0]?.get("/api/sessions"))?.body.items).toHaveLength(20);
  }, 120_000);
});

describe("a person of several firms", () => {
  const two = async () => {
    const who = person();
    const first = await signedIn(who);
    const boss = person();
    const second = await registerFirm({ name: "海棠物业" }, boss);
    const member = await registerMember(second.tenantId, who, { role: "auditor", projectIds: "all" });
    return { ...first, second, member, boss };
  };

  it("switches between them, and stays at the last one at the next sign-in", async () => {
    const { browser, tenantId, second, email } = await two();
    const before = await browser.get("/api/session");
    expect(before.body).toMatchObject({ tenant: { id: tenantId } });
    expect(before.body.memberships).toHaveLength(2);
    const switched = await browser.post("/api/session/tenant", { tenantId: second.tenantId });
    expect(switched.body).toMatchObject({
      tenant: { id: second.tenantId, name: "海棠物业" },
      member: { role: "auditor" },
    });
    expect((await browser.get("/api/session")).body).toEqual(switched.body);
    expect((await browser.send("PATCH", "/api/tenant", { name: "改名物业" })).status).toBe(403);
    await browser.post("/api/auth/sign-out");
    await browser.signIn(email, password);
    expect((await browser.get("/api/session")).body).toMatchObject({ tenant: { id: second.tenantId } });
  });

  it("chooses first when there is no last one", async () => {
    const { email, tenantId, second } = await two();
    const browser = new Browser(app);
    await browser.signIn(email, password);
    const session = await browser.get("/api/session");
    expect(session.body).toMatchObject({ tenant: null, member: null, permissions: [] });
    expect((session.body.memberships as { tenantId: string }[]).map((one) => one.tenantId).sort()).toEqual(
      [tenantId, second.tenantId].sort(),
    );
    expect((await browser.get("/api/members")).status).toBe(403);
  });

  it("finds others' firms as unknown as none", async () => {
    const { browser } = await signedIn();
    const foreign = await signedIn();
    const [theirs, none] = [
      await browser.post("/api/session/tenant", { tenantId: foreign.tenantId }),
      await browser.post("/api/session/tenant", { tenantId: newId("tenant") }),
    ];
    expect(theirs.status).toBe(404);
    expect({ ...theirs.body.error, requestId: "" }).toEqual({ ...none.body.error, requestId: "" });
    const header = await browser.send("GET", "/api/tenant", undefined, { "x-tenant-id": foreign.tenantId });
    expect(header.body.tenantId).not.toBe(foreign.tenantId);
  });

  it("is called by a new name in all of them", async () => {
    const { browser, second, boss } = await two();
    const answer = await browser.send("PATCH", "/api/session", { name: "王小敏", locale: "en" });
    expect(answer.body).toEqual({ name: "王小敏", locale: "en" });
    expect((await browser.get("/api/session")).body).toMatchObject({
      user: { name: "王小敏" },
      locale: "en",
    });
    const chief = new Browser(app);
    await chief.signIn(boss.email, password);
    expect((await chief.get("/api/session")).body).toMatchObject({ tenant: { id: second.tenantId } });
    const names = ((await chief.get("/api/members")).body.items as { name: string }[]).map(
      ({ name }) => name,
    );
    expect(names).toContain("王小敏");
  });
});
