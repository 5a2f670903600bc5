/** Where a variable is set: in the cloud by the stacks, on one machine by its owner or main.ts, or in both. */
type Where = "cloud" | "machine" | "both";
/** `optional`: has a default, or belongs to a way of sending that not every stage uses. */
type Setting = { where: Where; secret?: true; optional?: true; about: string };

/**
 * Every environment variable the service reads. Handlers read them through `setting` and `secret` alone; the stacks
 * set what is marked for the cloud; tests hold both against this list, in both directions.
 */
export const settings = {
  FRONTDESK_TABLE: { where: "both", about: "name of the one table" },
  FRONTDESK_TENANT_ROLE: {
    where: "cloud",
    about: "ARN of the role that reaches one tenant's data; unset, a plain client reaches all",
  },
  FRONTDESK_BUCKET: { where: "cloud", about: "bucket files are kept in" },
  FRONTDESK_FILES: { where: "machine", about: "folder files are kept in" },
  FRONTDESK_QUEUE: { where: "cloud", about: "address of the queue of messages to be sent" },
  FRONTDESK_SECRETS: { where: "cloud", about: "what the names of our secrets in Secrets Manager begin with" },
  FRONTDESK_SECRET: { where: "both", secret: true, about: "signs session cookies" },
  FRONTDESK_ORIGIN: { where: "cloud", secret: true, about: "what the CDN says to prove that it is asking" },
  FRONTDESK_VERSION: { where: "both", about: "version told by /api/health" },
  PUBLIC_URL: { where: "both", about: "where residents and members reach the service" },
  TRUSTED_ORIGINS: {
    where: "both",
    optional: true,
    about: "further sites whose pages may sign in, comma-separated",
  },
  PROXY_HOPS: { where: "both", about: "proxies of our own between client and service" },
  DYNAMODB_ENDPOINT: { where: "machine", about: "another DynamoDB than the region's own" },
  MAIL_CHANNEL: { where: "both", about: "ses, smtp or capture" },
  MAIL_FROM: { where: "both", about: "address mails come from" },
  SES_REGION: { where: "both", optional: true, about: "region of SES where it is another" },
  SES_ENDPOINT: { where: "both", optional: true, about: "another address of SES" },
  SES_CONFIGURATION_SET: { where: "both", about: "configuration set that reports bounces and complaints" },
  SMTP_HOST: { where: "both", optional: true, about: "mail server" },
  SMTP_PORT: { where: "both", optional: true, about: "its port" },
  SMTP_TLS: { where: "both", optional: true, about: "implicit, required, optional or none" },
  SMTP_USER: { where: "both", optional: true, about: "account at the mail server" },
  SMTP_PASSWORD: { where: "both", secret: true, optional: true, about: "its password" },
  SMS_CHANNEL: { where: "both", about: "sns, webhook or capture" },
  SNS_REGION: { where: "both", optional: true, about: "region of SNS where it is another" },
  SNS_ENDPOINT: { where: "both", optional: true, about: "another address of SNS" },
  SNS_SENDER_ID: { where: "both", optional: true, about: "sender shown where the country allows it" },
  SNS_ORIGINATION_NUMBER: { where: "both", optional: true, about: "number to send from" },
  SNS_MAX_PRICE: { where: "both", optional: true, about: "most one SMS may cost, in US dollars" },
  SMS_WEBHOOK_URL: { where: "both", optional: true, about: "SMS gateway" },
  SMS_WEBHOOK_SECRET: { where: "both", secret: true, optional: true, about: "shared with the SMS gateway" },
  SMS_WEBHOOK_LOOKUP_URL: {
    where: "both",
    optional: true,
    about: "where the gateway is asked after a message",
  },
  SMS_WEBHOOK_TIMEOUT: { where: "both", optional: true, about: "seconds to wait for the gateway" },
  AWS_REGION: { where: "both", about: "set by Lambda itself" },
  AWS_ACCESS_KEY_ID: { where: "cloud", about: "set by Lambda itself" },
  AWS_SECRET_ACCESS_KEY: { where: "cloud", about: "set by Lambda itself" },
  AWS_SESSION_TOKEN: { where: "cloud", about: "set by Lambda itself" },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof settings;

/** A variable's value; undefined when it is unset or empty. */
export const setting = (name: SettingName): string | undefined => process.env[name]?.trim() || undefined;

/** A variable's value. Throws a sentence naming it when it is unset. */
export function needSetting(name: SettingName): string {
  const value = setting(name);
  if (!value) throw new Error(`Set ${name}: ${settings[name].about}`);
  return value;
}
