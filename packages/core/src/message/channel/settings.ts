import * as z from "zod";
import type { SesSettings } from "./ses";
import type { SmtpSettings } from "./smtp";
import type { SnsSettings } from "./sns";
import type { WebhookSettings } from "./webhook";

const isLocal = (host: string) => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(host);

const text = (words: string) => z.string({ error: words }).trim().min(1, words);
const number = (least: number, most: number, words: string) =>
  z.coerce.number({ error: words }).min(least, words).max(most, words);

function isWebAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return url?.protocol === "https:" || (url?.protocol === "http:" && isLocal(url.hostname));
}
const webAddress = (words: string) => text(words).refine(isWebAddress, words);

const from = z.email("the address mails come from, such as service@example.com");
const region = text("the AWS region, such as cn-north-1").optional();
const endpoint = webAddress("an https address, or leave it out for the region's own").optional();
const noRegion = { path: ["AWS_REGION"], message: "the AWS region, such as cn-north-1" };

export const choice = z.object({
  MAIL_CHANNEL: z.enum(["ses", "smtp", "capture"], "ses, smtp or capture").default("capture"),
  SMS_CHANNEL: z.enum(["sns", "webhook", "capture"], "sns, webhook or capture").default("capture"),
});

/** SES_REGION or AWS_REGION, MAIL_FROM; SES_CONFIGURATION_SET, SES_ENDPOINT */
export const sesSettings = z
  .object({
    SES_REGION: region,
    AWS_REGION: region,
    SES_ENDPOINT: endpoint,
    SES_CONFIGURATION_SET: z.string().max(64, "at most 64 characters").optional(),
    MAIL_FROM: from,
  })
  .refine((env) => env.SES_REGION ?? env.AWS_REGION, noRegion)
  .transform(
    (env): SesSettings => ({
      region: env.SES_REGION ?? env.AWS_REGION ?? "",
      endpoint: env.SES_ENDPOINT,
      configurationSet: env.SES_CONFIGURATION_SET,
      from: env.MAIL_FROM,
    }),
  );

const tlsModes = ["implicit", "required", "optional", "none"] as const;

/** SMTP_HOST, MAIL_FROM; SMTP_PORT (587), SMTP_TLS (implicit on 465, else required), SMTP_USER with SMTP_PASSWORD */
export const smtpSettings = z
  .object({
    SMTP_HOST: text("the name of the mail server"),
    SMTP_PORT: number(1, 65_535, "a port, usually 587 or 465").pipe(z.int()).default(587),
    SMTP_TLS: z.enum(tlsModes, "implicit, required, optional or none").optional(),
    SMTP_USER: z.string().optional(),
    SMTP_PASSWORD: z.string().optional(),
    MAIL_FROM: from,
  })
  .refine((env) => !env.SMTP_USER === !env.SMTP_PASSWORD, {
    path: ["SMTP_PASSWORD"],
    message: "SMTP_USER and SMTP_PASSWORD go together: both, or neither",
  })
  .refine(
    (env) =>
      !env.SMTP_USER || isLocal(env.SMTP_HOST) || (env.SMTP_TLS !== "none" && env.SMTP_TLS !== "optional"),
    { path: ["SMTP_TLS"], message: "required or implicit: the password must not travel in the clear" },
  )
  .transform(
    (env): SmtpSettings => ({
      host: env.SMTP_HOST,
      port: env.SMTP_PORT,
      tls: env.SMTP_TLS ?? (env.SMTP_PORT === 465 ? "implicit" : "required"),
      ...(env.SMTP_USER &&
        env.SMTP_PASSWORD && { auth: { user: env.SMTP_USER, password: env.SMTP_PASSWORD } }),
      from: env.MAIL_FROM,
    }),
  );

/** SNS_REGION or AWS_REGION; SNS_SENDER_ID, SNS_ORIGINATION_NUMBER, SNS_MAX_PRICE, SNS_ENDPOINT */
export const snsSettings = z
  .object({
    SNS_REGION: region,
    AWS_REGION: region,
    SNS_ENDPOINT: endpoint,
    SNS_SENDER_ID: z
      .string()
      .regex(/^(?=.*[A-Za-z])[A-Za-z0-9-]{1,11}$/, "1 to 11 letters, digits or dashes, one letter at least")
      .optional(),
    SNS_ORIGINATION_NUMBER: z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, "a number like +8613800138000")
      .optional(),
    SNS_MAX_PRICE: number(
      0.001,
      100,
      "the most one message may cost, in US dollars, such as 0.10",
    ).optional(),
  })
  .refine((env) => env.SNS_REGION ?? env.AWS_REGION, noRegion)
  .transform(
    (env): SnsSettings => ({
      region: env.SNS_REGION ?? env.AWS_REGION ?? "",
      endpoint: env.SNS_ENDPOINT,
      senderId: env.SNS_SENDER_ID,
      originationNumber: env.SNS_ORIGINATION_NUMBER,
      maxPrice: env.SNS_MAX_PRICE,
    }),
  );

/** SMS_WEBHOOK_URL, SMS_WEBHOOK_SECRET; SMS_WEBHOOK_LOOKUP_URL with {id}, SMS_WEBHOOK_TIMEOUT in seconds (15) */
export const webhookSettings = z
  .object({
    SMS_WEBHOOK_URL: webAddress("the https address of the SMS gateway"),
    SMS_WEBHOOK_SECRET: z
      .string("a secret of 32 characters or more, shared with the gateway")
      .min(32, "a secret of 32 characters or more, shared with the gateway"),
    SMS_WEBHOOK_LOOKUP_URL: webAddress("an https address with {id} in it, or leave it out")
      .includes("{id}", "an https address with {id} in it, or leave it out")
      .optional(),
    SMS_WEBHOOK_TIMEOUT: number(1, 60, "seconds, 1 to 60").default(15),
  })
  .transform(
    (env): WebhookSettings => ({
      url: env.SMS_WEBHOOK_URL,
      secret: env.SMS_WEBHOOK_SECRET,
      lookupUrl: env.SMS_WEBHOOK_LOOKUP_URL,
      timeoutMs: env.SMS_WEBHOOK_TIMEOUT * 1000,
    }),
  );
