import { randomUUID } from "node:crypto";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { newId } from "@frontdesk/core/id";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { beforeAll, describe, expect, it } from "vitest";
import { Browser, testApp } from "./browser.testing";

const mail = noteMail();
const app = testApp();
const password = "correct horse battery";
const address = () => `${randomUUID().slice(0, 13)}@example.com`;
const firm = (email: string, more: object = {}) => ({
  firmName: "翠湖物业",
  name: "王敏",
  email,
  password,
  locale: "zh-CN",
  ...more,
});

/** Signs a firm up and confirms it; returns what the confirmation answered. */
async function registered(email: string, browser = new Browser(app)) {
  await browser.post("/api/sign-up", firm(email));
  return browser.post("/api/sign-up/confirm", { token: mail.token(email), password });
}

describe("signing a firm up", () => {
  it("makes nothing but a letter, until its link and the password meet", async () => {
    const browser = new Browser(app);
    const email = address();
    const answer = await browser.post("/api/sign-up", firm(` ${email.toUpperCase()} `));
    expect([answer.status, answer.body]).toEqual([202, { status: "accepted" }]);
    expect(mail.to(email)).toHaveLength(1);
    expect(mail.to(email)[0]).toMatchObject({
      template: "verifyEmail",
      tenantId: expect.stringMatching(/^ten_/),
    });

    const early = await browser.signIn(email, password);
    expect([early.status, early.body.error?.code]).toEqual([403, "EMAIL_NOT_VERIFIED"]);
    expect((await browser.signIn(email, "another password")).status).toBe(401);

    const token = mail.token(email);
    const opened = await browser.post("/api/sign-up/open", { token });
    expect(opened.body).toEqual({ firmName: "翠湖物业", email, confirmed: false });
    const wrong = await browser.post("/api/sign-up/confirm", { token, password: "another password" });
    expect([wrong.status, wrong.body.error]).toEqual([400, expect.objectContaining({ field: "password" })]);

    const confirmed = await browser.post("/api/sign-up/confirm", { token, password });
    expect([confirmed.status, confirmed.body.email]).toEqual([200, email]);
    expect((await browser.post("/api/sign-up/confirm", { token, password })).body).toEqual(confirmed.body);

    expect((await browser.signIn(email, password)).status).toBe(200);
    const session = await browser.get("/api/session");
    expect(session.body).toMatchObject({
      user: { email, name: "王敏" },
      tenant: { id: confirmed.body.tenantId, name: "翠湖物业", zone: "Asia/Shanghai" },
      member: { role: "headquarters", projectIds: "all" },
      memberships: [{ tenantId: confirmed.body.tenantId, tenantName: "翠湖物业", role: "headquarters" }],
      locale: "zh-CN",
    });
    expect(session.body.permissions).toContain("tenant.manage");
  });

  it("answers a known address like a new one, and tells only its owner", async () => {
    const email = address();
    await registered(email);
    const fresh = address();
    const stranger = new Browser(app);
    const [known, unknown] = [
      await stranger.post(
        "/api/sign-up",
        firm(email, { firmName: "别家物业", password: "attacker password" }),
      ),
      await stranger.post(
        "/api/sign-up",
        firm(fresh, { firmName: "别家物业", password: "attacker password" }),
      ),
    ];
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()]);
    expect(mail.to(email).map(({ template }) => template)).toEqual(["verifyEmail", "alreadyRegistered"]);
    expect((await new Browser(app).signIn(email, password)).status).toBe(200);
    expect((await stranger.signIn(email, "attacker password")).status).toBe(401);
    expect((await new Browser(app).signIn(email, password)).status).toBe(200);
  });

  it("lets the mailbox's owner win over whoever signed up with their address before", async () => {
    const email = address();
    await new Browser(app).post(
      "/api/sign-up",
      firm(email, { firmName: "冒名物业", password: "attacker password" }),
    );
    const foreign = mail.token(email);
    await new Browser(app).post("/api/sign-up", firm(email));
    const own = mail.token(email);
    const owner = new Browser(app);
    expect((await owner.post("/api/sign-up/confirm", { token: foreign, password })).status).toBe(400);
    expect((await owner.post("/api/sign-up/confirm", { token: own, password })).status).toBe(200);
    const late = await new Browser(app).post("/api/sign-up/confirm", {
      token: foreign,
      password: "attacker password",
    });
    expect(late.status).toBe(409);
    expect((await owner.signIn(email, "attacker password")).status).toBe(401);
    await owner.signIn(email, password);
    expect((await owner.get("/api/session")).body.memberships).toHaveLength(1);
  });

  it("makes one person and one firm of many sign-ups of one address at once", async () => {
    const email = address();
    const names = ["甲物业", "乙物业", "丙物业", "丁物业"];
    const answers = await Promise.all(
      names.map((firmName) => new Browser(app).post("/api/sign-up", firm(email, { firmName }))),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      names.map(() => [202, { status: "accepted" }]),
    );
    const tokens = mail.to(email).map(({ text }) => /token=([\w-]+)/.exec(text)?.[1]);
    expect(new Set(tokens).size).toBe(4);
    const confirmed = await Promise.all(
      tokens.map((token) => new Browser(app).post("/api/sign-up/confirm", { token, password })),
    );
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const browser = new Browser(app);
    await browser.signIn(email, password);
    expect((await browser.get("/api/session")).body.memberships).toHaveLength(1);
  });

  it("repeats its answer to a repeated key, and refuses the key for another body", async () => {
    const email = address();
    const key = { "idempotency-key": randomUUID() };
    const browser = new Browser(app);
    const first = await browser.post("/api/sign-up", firm(email), key);
    const again = await browser.post("/api/sign-up", firm(email), key);
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(mail.to(email)).toHaveLength(1);
    const other = await browser.post("/api/sign-up", firm(address()), key);
    expect([other.status, other.body.error?.code]).toEqual([409, "idempotency_mismatch"]);
  });

  it("sends the letter again with a new link, alike for addresses it knows nothing of", async () => {
    const email = address();
    const browser = new Browser(app);
    await browser.post("/api/sign-up", firm(email));
    const [sent, unknown] = [
      await browser.post("/api/sign-up/resend", { email }),
      await browser.post("/api/sign-up/resend", { email: address() }),
    ];
    expect([sent.status, sent.body]).toEqual([unknown.status, unknown.body]);
    const [first, second] = mail.to(email).map(({ text }) => /token=([\w-]+)/.exec(text)?.[1]);
    expect(second).not.toBe(first);
    expect((await browser.post("/api/sign-up/confirm", { token: second, password })).status).toBe(200);
    await browser.post("/api/sign-up/resend", { email });
    expect(mail.to(email)).toHaveLength(2);
    const other = address();
    await browser.post("/api/sign-up", firm(other));
    const key = { "idempotency-key": randomUUID() };
    const twice = [1, 2].map(() => () => browser.post("/api/sign-up/resend", { email: other }, key));
    for (const ask of twice) expect((await ask()).status).toBe(202);
    expect(mail.to(other)).toHaveLength(2);
  });

  it("gives up a link after two days", async () => {
    const email = address();
    const browser = new Browser(app);
    await browser.post("/api/sign-up", firm(email));
    const token = mail.token(email);
    await asIfAt(plus(isoNow(), { hours: 49 }), async () => {
      expect((await browser.post("/api/sign-up/confirm", { token, password })).status).toBe(410);
      expect((await browser.signIn(email, password)).status).toBe(401);
    });
    const unknown = await browser.post("/api/sign-up/confirm", { token: "x".repeat(32), password });
    expect(unknown.status).toBe(404);
  });

  it.each([
    ["firmName", { firmName: "看 www.evil.com" }],
    ["firmName", { firmName: "<b>x</b>" }],
    ["firmName", { firmName: "x".repeat(61) }],
    ["email", { email: "nobody" }],
    ["email", { email: `${"x".repeat(120)}@example.com` }],
    ["password", { password: "short" }],
    ["password", { password: "x".repeat(129) }],
    ["locale", { locale: "fr" }],
    ["zone", { zone: "Mars/Olympus" }],
    ["role", { role: "headquarters" }],
    ["tenantId", { tenantId: newId("tenant") }],
  ])("refuses a bad %s", async (field, more) => {
    const answer = await new Browser(app).post("/api/sign-up", firm(address(), more));
    expect([answer.status, answer.body.error]).toEqual([400, expect.objectContaining({ field })]);
  });
});

describe("the firm's settings", () => {
  let browser: Browser;
  beforeAll(async () => {
    const email = address();
    await registered(email);
    browser = new Browser(app);
    await browser.signIn(email, password);
  });

  it("can be changed by headquarters, but for the zone", async () => {
    const changed = await browser.send("PATCH", "/api/tenant", { signature: "翠湖", callbackHours: 48 });
    expect(changed.body).toMatchObject({
      name: "翠湖物业",
      signature: "翠湖",
      callbackHours: 48,
      zone: "Asia/Shanghai",
    });
    expect((await browser.get("/api/tenant")).body).toMatchObject({ signature: "翠湖", callbackHours: 48 });
    const zone = await browser.send("PATCH", "/api/tenant", { zone: "Europe/Berlin" });
    expect([zone.status, zone.body.error]).toEqual([400, expect.objectContaining({ field: "zone" })]);
    expect((await browser.send("PATCH", "/api/tenant", { signature: "【翠湖】" })).status).toBe(400);
    expect((await new Browser(app).get("/api/tenant")).status).toBe(401);
  });
});
