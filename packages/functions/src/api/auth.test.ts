import { randomUUID, scrypt } from "node:crypto";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { noteMail } from "@frontdesk/core/identity/mail.testing";
import { hashPassword } from "@frontdesk/core/identity/password";
import { registerFirm } from "@frontdesk/core/identity/register";
import { describe, expect, it, vi } from "vitest";
import { Browser, testApp } from "./browser.testing";

const mail = noteMail();
const app = testApp();
const password = "correct horse battery";
const passwordHash = await hashPassword(password);

const address = () => `${randomUUID().slice(0, 13)}@example.com`;
async function registered() {
  const email = address();
  await registerFirm({ name: "翠湖物业" }, { email, name: "王敏", locale: "zh-CN", passwordHash });
  return email;
}

/** What a caller can see of an answer, but for the id of the request. */
const seen = ({ status, body, headers }: Awaited<ReturnType<Browser["post"]>>) => {
  const visible = [...headers].filter(([name]) => name !== "x-request-id" && name !== "date");
  return {
    status,
    body: { ...body, error: body.error && { ...body.error, requestId: "" } },
    headers: visible,
  };
};

/** What passwords cost that were checked while `body` ran, each. */
async function checked(body: () => Promise<unknown>) {
  vi.mocked(scrypt).mockClear();
  await body();
  return vi.mocked(scrypt).mock.calls.map(([, , , { N, r, p } = {}]) => ({ N, r, p }));
}

/** Runs a test at the beginning of an hour, so that no span of the throttle ends in its midst. */
const inOneSpan = <T>(body: () => T): T => asIfAt(`${isoNow().slice(0, 13)}:00:01.000Z`, body);

describe("whether an address is known", () => {
  const wrong = (email: string) => new Browser(app).signIn(email, "not the password");
  async function signingUp() {
    const email = address();
    await new Browser(app).post("/api/sign-up", {
      ...{ firmName: "翠湖物业", name: "王敏", email, password, locale: "zh-CN" },
    });
    return email;
  }

  it("does not show in the words of a refused sign-in", async () => {
    const [known, pending, unknown] = [await registered(), await signingUp(), address()];
    expect(seen(await wrong(known))).toEqual(seen(await wrong(unknown)));
    expect(seen(await wrong(pending))).toEqual(seen(await wrong(unknown)));
  });

  it("does not show in the time a refused sign-in takes: one password is checked, at the same cost", async () => {
    for (const email of [await registered(), await signingUp(), address()])
      expect(await checked(() => wrong(email))).toEqual([{ N: 2 ** 15, r: 8, p: 3 }]);
  });

  it("does not show when a new password is asked for", async () => {
    const known = await registered();
    const ask = (email: string) => new Browser(app).post("/api/auth/request-password-reset", { email });
    const start = performance.now();
    const unknown = await ask(address());
    expect(performance.now() - start).toBeGreaterThan(390);
    expect(seen(await ask(known))).toEqual(seen(unknown));
    expect(mail.to(known)).toEqual([expect.objectContaining({ template: "resetPassword" })]);
  });

  it(
    "does not show in the refusals of the throttle",
    () =>
      inOneSpan(async () => {
        const known = await registered();
        const refused = async (email: string) => {
          const browser = new Browser(app);
          for (let i = 0; i < 5; i++) await browser.post("/api/auth/request-password-reset", { email });
          return browser.post("/api/auth/request-password-reset", { email });
        };
        const [one, two] = await Promise.all([refused(known), refused(address())]);
        expect(one.status).toBe(429);
        expect(seen(one).body).toEqual(seen(two).body);
      }),
    60_000,
  );
});

describe("a forgotten password", () => {
  it("is set anew by the link, once; every session ends", async () => {
    const email = await registered();
    const browser = new Browser(app);
    await browser.signIn(email, password);
    await browser.post("/api/auth/request-password-reset", { email, redirectTo: "/reset-password" });
    const token = mail.token(email);
    expect(mail.to(email)[0]?.text).toContain(`http://localhost:3000/reset-password?token=${token}`);
    const set = (newPassword: string) =>
      new Browser(app).post("/api/auth/reset-password", { token, newPassword });
    expect((await set("short")).status).toBe(400);
    const answers = await Promise.all([set("a new password"), set("another password")]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await set("third password")).status).toBe(410);
    expect((await browser.get("/api/session")).status).toBe(401);
    expect((await browser.signIn(email, password)).status).toBe(401);
    const chosen = answers[0]?.status === 200 ? "a new password" : "another password";
    expect((await browser.signIn(email, chosen)).status).toBe(200);
  }, 60_000);

  it("cannot be set by a link that is made up", async () => {
    const body = { token: "made-up", newPassword: "a new password" };
    expect((await new Browser(app).post("/api/auth/reset-password", body)).status).toBe(410);
  });

  it("can be changed by who knows the present one; other sessions end", async () => {
    const email = await registered();
    const [browser, phone] = [new Browser(app), new Browser(app)];
    await browser.signIn(email, password);
    await phone.signIn(email, password);
    const change = (currentPassword: string) =>
      browser.post("/api/auth/change-password", { currentPassword, newPassword: "a new password" });
    const wrong = await change("not the password");
    expect([wrong.status, wrong.body.error]).toEqual([
      400,
      expect.objectContaining({ field: "currentPassword" }),
    ]);
    expect((await change(password)).status).toBe(200);
    expect((await browser.get("/api/session")).status).toBe(200);
    expect((await phone.get("/api/session")).status).toBe(401);
    expect((await phone.post("/api/auth/change-password", {})).status).toBe(401);
  }, 60_000);
});

describe("trying passwords", () => {
  it(
    "ends for an account after ten failures from anywhere, and begins again later",
    () =>
      inOneSpan(async () => {
        const email = await registered();
        const tries = await Promise.all(
          Array.from({ length: 12 }, () => new Browser(app).signIn(email, "guess guess")),
        );
        expect(tries.filter(({ status }) => status === 401)).toHaveLength(10);
        const [refused] = tries.filter(({ status }) => status === 429);
        expect(refused?.body.error).toMatchObject({
          code: "too_many",
          message: expect.stringMatching(/try again in \d+ minutes?/),
        });
        expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
        expect((await new Browser(app).signIn(email, password)).status).toBe(429);
        await asIfAt(plus(isoNow(), { minutes: 16 }), async () =>
          expect((await new Browser(app).signIn(email, password)).status).toBe(200),
        );
      }),
    120_000,
  );

  /** Guesses from everywhere at once, as somebody does who wants to keep a person out. */
  const attack = (email: string, times = 15) =>
    Promise.all(Array.from({ length: times }, () => new Browser(app).signIn(email, "guess guess")));

  it(
    "by others does not keep a person out where they signed in before, however long it goes on",
    () =>
      inOneSpan(async () => {
        const email = await registered();
        const [own, fresh] = [new Browser(app), new Browser(app)];
        expect((await own.signIn(email, password)).status).toBe(200);
        for (const minutes of [0, 15, 30])
          await asIfAt(plus(isoNow(), { minutes }), async () => {
            await attack(email);
            expect((await fresh.signIn(email, password)).status).toBe(429);
            expect((await own.signIn(email, password)).status).toBe(200);
          });
      }),
    240_000,
  );

  it(
    "on a device of one's own ends after ten failures too, for that device and for the span alone",
    () =>
      inOneSpan(async () => {
        const email = await registered();
        const [own, other] = [new Browser(app), new Browser(app)];
        for (const device of [own, other]) await device.signIn(email, password);
        for (let i = 0; i < 10; i++) expect((await own.signIn(email, "guess guess")).status).toBe(401);
        expect((await own.signIn(email, password)).status).toBe(429);
        expect((await other.signIn(email, password)).status).toBe(200);
        await asIfAt(plus(isoNow(), { minutes: 15 }), async () =>
          expect((await own.signIn(email, password)).status).toBe(200),
        );
      }),
    240_000,
  );

  it(
    "is not helped by another's device, nor by a made-up one",
    () =>
      inOneSpan(async () => {
        const [email, mallory] = [await registered(), await registered()];
        const [own, foreign] = [new Browser(app), new Browser(app)];
        await own.signIn(email, password);
        await foreign.signIn(mallory, password);
        const deviceOf = (browser: Browser) =>
          [...browser.cookies].find(([name]) => name.includes("device")) ?? ["", ""];
        const [name, value] = deviceOf(own);
        const [, theirs] = deviceOf(foreign);
        await attack(email);
        for (const made of [
          theirs,
          value.replace(/^./, (c) => (c === "A" ? "B" : "A")),
          `${value}x`,
          "x",
          "",
        ]) {
          const browser = new Browser(app);
          browser.cookies.set(name, made);
          expect((await browser.signIn(email, password)).status).toBe(429);
        }
      }),
    240_000,
  );

  it(
    "does not keep out who sets their password anew by letter, on whatever device",
    () =>
      inOneSpan(async () => {
        const email = await registered();
        await attack(email);
        const fresh = new Browser(app);
        expect((await fresh.signIn(email, password)).status).toBe(429);
        await new Browser(app).post("/api/auth/request-password-reset", { email });
        const body = { token: mail.token(email), newPassword: "a new password" };
        expect((await fresh.post("/api/auth/reset-password", body)).status).toBe(200);
        expect((await fresh.signIn(email, "a new password")).status).toBe(200);
      }),
    240_000,
  );

  it("counts no success: a firm's people may share an address", async () => {
    const email = await registered();
    for (let i = 0; i < 12; i++)
      expect((await new Browser(app, "198.51.100.20").signIn(email, password)).status).toBe(200);
  }, 120_000);

  it("is counted by the address our own proxy saw, not by what a client claims", () =>
    inOneSpan(async () => {
      const email = address();
      const forged = (i: number) => ({ "x-forwarded-for": `203.0.113.${i}` });
      const ask = (i: number) =>
        new Browser(app, "198.51.100.30").post("/api/sign-up/resend", { email: `${i}${email}` }, forged(i));
      const statuses = (await Promise.all(Array.from({ length: 32 }, (_, i) => ask(i)))).map(
        ({ status }) => status,
      );
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
      process.env.PROXY_HOPS = "1";
      try {
        expect((await ask(40)).status).toBe(202);
      } finally {
        delete process.env.PROXY_HOPS;
      }
    }));

  it("has its like for letters: an address gets five an hour", () =>
    inOneSpan(async () => {
      const email = address();
      const ask = () => new Browser(app).post("/api/sign-up/resend", { email });
      const statuses = (await Promise.all(Array.from({ length: 7 }, ask))).map(({ status }) => status);
      expect(statuses.filter((status) => status === 202)).toHaveLength(5);
    }));
});

describe("everything else of the sign-in library", () => {
  it.each([
    ["GET", "/get-session"],
    ["POST", "/sign-up/email"],
    ["POST", "/update-user"],
    ["POST", "/update-session"],
    ["POST", "/delete-user"],
    ["POST", "/change-email"],
    ["GET", "/list-sessions"],
    ["GET", "/verify-email?token=x"],
    ["GET", "/reset-password/x?callbackURL=https://evil.example"],
    ["POST", "/sign-in/social"],
    ["GET", "/ok"],
    ["POST", "/__proto__"],
  ])("does not exist: %s %s", async (method, path) => {
    const answer = await new Browser(app).send(
      method,
      `/api/auth${path}`,
      method === "POST" ? {} : undefined,
    );
    expect([answer.status, answer.body.error?.code]).toEqual([404, "not_found"]);
  });

  it.each([
    ["{", 400],
    [JSON.stringify({ email: "x" }), 400],
    [JSON.stringify({ email: "a@example.com", password: ["x"] }), 400],
    [JSON.stringify({ email: "a@example.com", password: "x".repeat(129) }), 400],
    [JSON.stringify({ email: "a@example.com", password: "x".repeat(20_000) }), 413],
  ])("a bad sign-in is told so: %.40s", async (body, status) => {
    const answer = await app.request("/api/auth/sign-in/email", { method: "POST", body });
    expect(answer.status).toBe(status);
  });

  it("takes no sign-in from another site's page", async () => {
    const email = await registered();
    const foreign = { origin: "https://evil.example", host: "localhost" };
    const answer = await new Browser(app).post("/api/auth/sign-in/email", { email, password }, foreign);
    expect(answer.status).toBe(403);
    const lan = { origin: "http://192.168.1.5:3000", host: "192.168.1.5:3000" };
    const near = await new Browser(app).send(
      "POST",
      "http://192.168.1.5:3000/api/auth/sign-in/email",
      { email, password },
      lan,
    );
    expect(near.status).toBe(200);
  });
});
