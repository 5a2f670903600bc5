import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ChannelSettingsError, channelsFromEnvironment, type Environment } from "./choose";
import { aMail, anSms, httpServer } from "./testing";

const cleaning: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const clean of cleaning.splice(0)) await clean();
});

const secret = "0123456789abcdef0123456789abcdef";
const smtp = { MAIL_CHANNEL: "smtp", SMTP_HOST: "mail.example.com", MAIL_FROM: "desk@example.com" };

test("nothing set: both captured in one place under the data directory", async () => {
  const directory = await mkdtemp(join(tmpdir(), "frontdesk-choose-"));
  const { mail, sms, capture } = channelsFromEnvironment({ FRONTDESK_DATA: directory, MAIL_CHANNEL: "" });
  cleaning.push(async () => {
    await capture?.close();
    await rm(directory, { recursive: true });
  });
  await mail.send(aMail({ id: "msg_1" }));
  await sms.send(anSms({ id: "msg_2" }));
  const page = await capture?.list();
  expect(page?.messages.map(({ id, kind }) => [id, kind])).toEqual([
    ["msg_2", "sms"],
    ["msg_1", "mail"],
  ]);
  expect(await readFile(join(directory, "messages", "messages.jsonl"), "utf8")).toMatch(/\n$/);
});

describe("what is asked for is what is built", () => {
  const cases: [Environment, string, string, boolean][] = [
    [{ MAIL_CHANNEL: "ses", AWS_REGION: "cn-north-1", MAIL_FROM: "a@b.example" }, "ses", "capture", true],
    [{ ...smtp, SMS_CHANNEL: "sns", SNS_REGION: "cn-north-1" }, "smtp", "sns", false],
    [
      {
        ...smtp,
        SMS_CHANNEL: "webhook",
        SMS_WEBHOOK_URL: "https://gw.example/sms",
        SMS_WEBHOOK_SECRET: secret,
      },
      "smtp",
      "webhook",
      false,
    ],
  ];
  test.each(cases)("%j", (env, mail, sms, captures) => {
    const chosen = channelsFromEnvironment(env);
    expect([chosen.mail.name, chosen.sms.name, chosen.capture !== undefined]).toEqual([mail, sms, captures]);
  });

  test("and reaches the adapter with its settings", async () => {
    const gateway = await httpServer((response) => response.end('{"reference":"gw-1"}'));
    cleaning.push(async () => gateway.close());
    const { sms } = channelsFromEnvironment({
      SMS_CHANNEL: "webhook",
      SMS_WEBHOOK_URL: `${gateway.url}/sms`,
      SMS_WEBHOOK_SECRET: secret,
    });
    expect(await sms.send(anSms())).toEqual({ status: "sent", reference: "gw-1" });
    expect(gateway.asked[0]?.path).toBe("/sms");
    expect(await sms.lookup("msg_1")).toBe("unknown");
  });
});

describe("settings that do not do", () => {
  const webhook = {
    SMS_CHANNEL: "webhook",
    SMS_WEBHOOK_URL: "https://gw.example",
    SMS_WEBHOOK_SECRET: secret,
  };
  const cases: [Environment, RegExp][] = [
    [{ MAIL_CHANNEL: "pigeon" }, /MAIL_CHANNEL: ses, smtp or capture/],
    [{ SMS_CHANNEL: "ses" }, /SMS_CHANNEL: sns, webhook or capture/],
    [{ MAIL_CHANNEL: "ses", MAIL_FROM: "a@b.example" }, /AWS_REGION: the AWS region/],
    [{ MAIL_CHANNEL: "ses", AWS_REGION: "cn-north-1" }, /MAIL_FROM: the address mails come from/],
    [{ MAIL_CHANNEL: "ses", AWS_REGION: "x", MAIL_FROM: "nobody" }, /MAIL_FROM: the address/],
    [
      { MAIL_CHANNEL: "ses", AWS_REGION: "x", MAIL_FROM: "a@b.example", SES_ENDPOINT: "ftp://x" },
      /SES_ENDPOINT: an https/,
    ],
    [{ ...smtp, SMTP_HOST: " " }, /SMTP_HOST: the name of the mail server/],
    [{ ...smtp, SMTP_PORT: "99999" }, /SMTP_PORT: a port/],
    [{ ...smtp, SMTP_PORT: "smtp" }, /SMTP_PORT: a port/],
    [{ ...smtp, SMTP_TLS: "maybe" }, /SMTP_TLS: implicit, required, optional or none/],
    [{ ...smtp, SMTP_USER: "desk" }, /SMTP_PASSWORD: SMTP_USER and SMTP_PASSWORD go together/],
    [{ ...smtp, SMTP_USER: "d", SMTP_PASSWORD: "p", SMTP_TLS: "none" }, /SMTP_TLS: required or implicit/],
    [{ SMS_CHANNEL: "sns" }, /AWS_REGION/],
    [{ SMS_CHANNEL: "sns", AWS_REGION: "x", SNS_SENDER_ID: "far too long a name" }, /SNS_SENDER_ID: 1 to 11/],
    [{ SMS_CHANNEL: "sns", AWS_REGION: "x", SNS_MAX_PRICE: "cheap" }, /SNS_MAX_PRICE: the most/],
    [{ SMS_CHANNEL: "webhook" }, /SMS_WEBHOOK_URL: the https address[\s\S]*SMS_WEBHOOK_SECRET: a secret/],
    [{ ...webhook, SMS_WEBHOOK_URL: "http://gw.example" }, /SMS_WEBHOOK_URL: the https address/],
    [{ ...webhook, SMS_WEBHOOK_SECRET: "short" }, /SMS_WEBHOOK_SECRET: a secret of 32/],
    [{ ...webhook, SMS_WEBHOOK_LOOKUP_URL: "https://gw.example/x" }, /SMS_WEBHOOK_LOOKUP_URL: .*\{id\}/],
    [{ ...webhook, SMS_WEBHOOK_TIMEOUT: "0" }, /SMS_WEBHOOK_TIMEOUT: seconds/],
  ];
  test.each(cases)("%j", (env, words) => {
    expect(() => channelsFromEnvironment(env)).toThrow(ChannelSettingsError);
    expect(() => channelsFromEnvironment(env)).toThrow(words);
  });

  test("say which channel asked, and never repeat a secret", () => {
    const env = { ...webhook, SMS_WEBHOOK_SECRET: "hush-hush" };
    expect(() => channelsFromEnvironment(env)).toThrow(/SMS_CHANNEL is webhook/);
    expect(() => channelsFromEnvironment(env)).not.toThrow(/hush-hush/);
  });
});

test("SMTP: port 465 speaks TLS at once, others must upgrade, a local server may do without", async () => {
  const { smtpSettings } = await import("./settings");
  expect(smtpSettings.parse({ ...smtp, SMTP_PORT: "465" }).tls).toBe("implicit");
  expect(smtpSettings.parse(smtp)).toMatchObject({ port: 587, tls: "required" });
  const local = { ...smtp, SMTP_HOST: "127.0.0.1", SMTP_TLS: "none", SMTP_USER: "d", SMTP_PASSWORD: "p" };
  expect(smtpSettings.parse(local)).toMatchObject({ tls: "none", auth: { user: "d", password: "p" } });
});
