import { type AddressInfo, createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, test } from "vitest";
import { selfSigned } from "./certificate.testing";
import { ChannelUnreachable, OutcomeUnknown } from "./channel";
import { type SmtpSettings, smtpChannel } from "./smtp";
import { aMail, deadPort, failureOf, listen } from "./testing";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** An error that the server answers with this code. */
const answering = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

async function smtpServer(options: SMTPServerOptions = {}) {
  const mails: { raw: string; from: string; to: string[]; user?: string; secure: boolean }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : "";
        const to = rcptTo.map(({ address }) => address);
        const user = session.user === undefined ? undefined : String(session.user);
        mails.push({ raw: Buffer.concat(chunks).toString("utf8"), from, to, user, secure: session.secure });
        done(null, "queued as 4711");
      });
    },
    ...options,
  });
  server.on("error", () => undefined); // connections that a test cuts
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", () => ready()));
  closing.push(() => server.close());
  return { port: (server.server.address() as AddressInfo).port, mails };
}

const through = (port: number, changes: Partial<SmtpSettings> = {}) =>
  smtpChannel({ host: "127.0.0.1", port, tls: "none", from: "default@frontdesk.example", ...changes });

const headerOf = (raw: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, "im").exec(raw)?.[1]?.replace(/\r\n[ \t]/g, " ");

describe("a mail handed over", () => {
  test("arrives with both twins, our id, the sender and extra headers", async () => {
    const { port, mails } = await smtpServer();
    const link = `https://fd.example/refuse/${"x".repeat(120)}`;
    const headers = {
      "List-Unsubscribe": `<${link}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    };
    const receipt = await through(port).send(aMail({ headers }));
    expect(receipt).toEqual({ status: "sent", reference: expect.stringContaining("queued as 4711") });
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.from).toBe("service@firm.example.com");
    expect(mail?.to).toEqual(["resident@example.com"]);
    const raw = mail?.raw ?? "";
    expect(headerOf(raw, "Message-ID")).toBe("<msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V@firm.example.com>");
    expect(headerOf(raw, "List-Unsubscribe")?.trim()).toBe(`<${link}>`);
    expect(headerOf(raw, "List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(headerOf(raw, "Auto-Submitted")).toBe("auto-generated");
    expect(headerOf(raw, "From")).toMatch(/^=\?UTF-8\?B\?.*\?= <service@firm\.example\.com>$/);
    const subject = Buffer.from(/\?B\?(.*)\?=/.exec(headerOf(raw, "Subject") ?? "")?.[1] ?? "", "base64");
    expect(subject.toString()).toBe("您的报事已登记");
    expect(raw).toMatch(/multipart\/alternative/);
    expect(raw.indexOf("text/plain")).toBeGreaterThan(0);
    expect(raw.indexOf("text/html")).toBeGreaterThan(raw.indexOf("text/plain"));
  });

  test("comes from the channel's address when the firm has none", async () => {
    const { port, mails } = await smtpServer();
    await through(port).send(aMail({ from: { name: "Firm" } }));
    expect(mails[0]?.from).toBe("default@frontdesk.example");
  });

  test("line breaks in a subject or header add no header", async () => {
    const { port, mails } = await smtpServer();
    const headers = { "List-Unsubscribe": "<https://a.example>\r\nBcc: b@evil.example" };
    await through(port).send(aMail({ subject: "Hello\r\nBcc: c@evil.example", headers }));
    expect(mails[0]?.raw).not.toMatch(/^Bcc:/im);
    expect(mails[0]?.to).toEqual(["resident@example.com"]);
  });

  test("a comma in the address makes no second recipient", async () => {
    const { port, mails } = await smtpServer();
    await failureOf(
      through(port)
        .send(aMail({ to: "a@example.com, b@example.com" }))
        .then(refusedOnly),
    );
    expect(mails).toHaveLength(0);
  });
});

function refusedOnly(receipt: { status: string }): never {
  throw new Error(receipt.status);
}

describe("a server that says no", () => {
  const cases: [string, SMTPServerOptions][] = [
    ["to the sender", { onMailFrom: (_, __, done) => done(answering(553, "who are you")) }],
    ["to the recipient", { onRcptTo: (_, __, done) => done(answering(550, "no such mailbox")) }],
    ["to the message", { onData: (s, _, done) => s.resume().on("end", () => done(answering(554, "spam"))) }],
  ];
  test.each(cases)("for good %s: refused", async (_, options) => {
    const { port } = await smtpServer(options);
    const receipt = await through(port).send(aMail());
    expect(receipt).toEqual({ status: "refused", reason: expect.stringMatching(/55[034] /) });
  });

  const passing: [string, SMTPServerOptions][] = [
    ["to the connection", { onConnect: (_, done) => done(answering(421, "busy")) }],
    ["to the sender", { onMailFrom: (_, __, done) => done(answering(451, "later")) }],
    ["to the recipient", { onRcptTo: (_, __, done) => done(answering(450, "greylisted")) }],
    ["to the message", { onData: (s, _, done) => s.resume().on("end", () => done(answering(452, "full"))) }],
  ];
  test.each(passing)("for now %s: unreachable", async (_, options) => {
    const { port } = await smtpServer(options);
    expect(await failureOf(through(port).send(aMail()))).toBeInstanceOf(ChannelUnreachable);
  });

  test("larger than the server takes: refused before a byte of it is sent", async () => {
    const { port, mails } = await smtpServer({ size: 2_000 });
    const receipt = await through(port).send(aMail({ text: "长".repeat(5_000) }));
    expect(receipt.status).toBe("refused");
    expect(mails).toHaveLength(0);
  });
});

/** A server of raw sockets that speaks SMTP up to a point, then does what the test says. */
async function rawServer(
  atEnd: (socket: Socket) => void,
  atData: (socket: Socket) => void = (s) => s.write("354 go\r\n"),
) {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => undefined);
    let body = false;
    let seen = "";
    socket.write("220 ready\r\n");
    socket.on("data", (chunk) => {
      seen += chunk.toString("latin1");
      if (body) {
        if (seen.endsWith("\r\n.\r\n")) atEnd(socket);
        return;
      }
      const command = seen;
      seen = "";
      if (/^DATA/im.test(command)) {
        body = true;
        atData(socket);
      } else socket.write("250 ok\r\n");
    });
  });
  const port = await listen(server);
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return port;
}

describe("a connection that breaks", () => {
  test("after the whole message, without an answer: unknown", async () => {
    const port = await rawServer((socket) => socket.destroy());
    expect(await failureOf(through(port).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
  });

  test("after the whole message, in silence: unknown", async () => {
    const port = await rawServer(() => undefined);
    expect(await failureOf(through(port, { answerMs: 300 }).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
  });

  test("before the message, at DATA: unreachable", async () => {
    const port = await rawServer(
      () => undefined,
      (socket) => socket.destroy(),
    );
    expect(await failureOf(through(port).send(aMail()))).toBeInstanceOf(ChannelUnreachable);
  });

  test("in silence before the message: unreachable", async () => {
    const port = await rawServer(
      () => undefined,
      () => undefined,
    );
    const failure = await failureOf(through(port, { answerMs: 300 }).send(aMail()));
    expect(failure).toBeInstanceOf(ChannelUnreachable);
  });

  test("nobody listening, nobody greeting: unreachable", async () => {
    expect(await failureOf(through(await deadPort()).send(aMail()))).toBeInstanceOf(ChannelUnreachable);
    const server = createServer((socket) => closing.push(() => socket.destroy()));
    const port = await listen(server);
    closing.push(() => server.close());
    const failure = await failureOf(through(port, { connectMs: 200 }).send(aMail()));
    expect(failure).toBeInstanceOf(ChannelUnreachable);
  });
});

describe("sign-in and TLS", () => {
  const onAuth: SMTPServerOptions["onAuth"] = (auth, _, done) =>
    auth.username === "desk" && auth.password === "s3cret"
      ? done(null, { user: auth.username })
      : done(answering(535, "wrong password"));
  const { key, cert } = selfSigned("mail.example.test");
  const trusting = { ca: cert, servername: "mail.example.test" };
  const auth = { user: "desk", password: "s3cret" };

  test("over STARTTLS with a trusted certificate", async () => {
    const { port, mails } = await smtpServer({
      key,
      cert,
      onAuth,
      authOptional: false,
      disabledCommands: [],
    });
    const receipt = await through(port, { tls: "required", auth, ...trusting }).send(aMail());
    expect(receipt.status).toBe("sent");
    expect(mails[0]).toMatchObject({ user: "desk", secure: true });
  });

  test("over TLS from the first byte", async () => {
    const { port, mails } = await smtpServer({ key, cert, onAuth, authOptional: false, secure: true });
    const receipt = await through(port, { tls: "implicit", auth, ...trusting }).send(aMail());
    expect(receipt.status).toBe("sent");
    expect(mails[0]).toMatchObject({ user: "desk", secure: true });
  });

  const unfit: [string, SMTPServerOptions, Partial<SmtpSettings>][] = [
    ["a wrong password", { onAuth, allowInsecureAuth: true }, { auth: { ...auth, password: "wrong" } }],
    ["no sign-in offered", { disabledCommands: ["AUTH", "STARTTLS"] }, { auth }],
    ["sign-in asked for and none given", { authOptional: false, onAuth, allowInsecureAuth: true }, {}],
    ["no STARTTLS where it is required", {}, { tls: "required" }],
    [
      "an untrusted certificate",
      { key, cert, secure: true },
      { tls: "implicit", servername: "mail.example.test" },
    ],
    [
      "another's certificate",
      { key, cert, secure: true },
      { tls: "implicit", ca: cert, servername: "other.test" },
    ],
    ["an untrusted certificate at STARTTLS", { key, cert, disabledCommands: [] }, { tls: "required" }],
  ];
  test.each(unfit)("%s: unreachable, and nothing handed over", async (_, options, settings) => {
    const { port, mails } = await smtpServer(options);
    expect(await failureOf(through(port, settings).send(aMail()))).toBeInstanceOf(ChannelUnreachable);
    expect(mails).toHaveLength(0);
  });
});

test("SMTP cannot be asked about a message", async () => {
  expect(await through(1).lookup("msg_1")).toBe("unknown");
});
