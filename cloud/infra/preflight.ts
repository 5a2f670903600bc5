import { secretsPath } from "./names";
import type { Stage } from "./stage";

/** What is asked of an account before a stage is put into it. */
export type Account = {
  /** The account's number; rejects when there are no credentials. */
  id: () => Promise<string>;
  /** How many characters a secret has, or undefined when there is none of this name. */
  secretLength: (name: string) => Promise<number | undefined>;
  /** `perDay` is -1 where SES sets no limit. */
  mail: () => Promise<{ production: boolean; perDay: number }>;
  sms: () => Promise<{ production: boolean }>;
  /** Lets SMS cost so many US dollars a month; false when that is more than the account's quota. */
  letSmsCost: (monthlyUsd: number) => Promise<boolean>;
  /** Functions that may run at once in the region. */
  concurrency: () => Promise<number>;
};

/** Fewer, and the stream, the senders and the API take each other's place. */
const leastConcurrency = 100;
const leastSecret = 32;

type Check = (stage: Stage, others: readonly Stage[], account: Account) => Promise<(string | false)[]>;

const domain: Check = async ({ domain, name, mailFrom }, others) => {
  const same = others.find((other) => other.domain === domain);
  const isExample = [domain, mailFrom].some((one) => /(^|[.@])example\.(com|org|net)$/.test(one));
  return [
    isExample && `Domain: cloud/stages/${name}.json still names example.com. Fill in a domain of your own.`,
    same !== undefined &&
      `Domain: ${domain} belongs to stage "${same.name}" already. Give stage "${name}" another name, or it takes over.`,
  ];
};

const secrets: Check = async ({ name, region, sms }, _, account) => {
  const wanted = [
    "FRONTDESK_SECRET",
    "FRONTDESK_ORIGIN",
    ...(sms.by === "webhook" ? ["SMS_WEBHOOK_SECRET"] : []),
  ];
  return Promise.all(
    wanted.map(async (one) => {
      const id = `${secretsPath(name)}/${one}`;
      const length = await account.secretLength(id);
      const value =
        one === "SMS_WEBHOOK_SECRET" ? "THE-SECRET-OF-YOUR-GATEWAY" : '"$(openssl rand -base64 48)"';
      const command = `aws secretsmanager create-secret --region ${region} --name ${id} --secret-string ${value}`;
      if (length === undefined) return `Secret ${id} is missing. Make it:\n  ${command}`;
      return length < leastSecret && `Secret ${id} is too short: ${leastSecret} characters at least.`;
    }),
  );
};

const channels: Check = async ({ region, sms, mailsPerDay }, _, account) => {
  const mail = await account.mail();
  const sandboxed = sms.by === "sns" && !(await account.sms()).production;
  return [
    !mail.production &&
      `Mail: SES in ${region} is in its sandbox and sends to verified addresses alone. Ask for production access:\n` +
        `  https://console.aws.amazon.com/ses/home?region=${region}#/account`,
    mail.production &&
      mail.perDay >= 0 &&
      mail.perDay < mailsPerDay &&
      `Quota: SES in ${region} sends ${mail.perDay} mails a day, and "mailsPerDay" asks for ${mailsPerDay}. Ask for more, or lower it:\n` +
        `  https://console.aws.amazon.com/servicequotas/home/services/ses/quotas?region=${region}`,
    sandboxed &&
      `SMS: SNS in ${region} is in its sandbox. Leave it at\n` +
        `  https://console.aws.amazon.com/sns/v3/home?region=${region}#/mobile/text-messaging`,
  ];
};

const quota: Check = async ({ region }, _, account) => {
  const concurrency = await account.concurrency();
  return [
    concurrency < leastConcurrency &&
      `Quota: Lambda runs ${concurrency} functions at once in ${region}; ${leastConcurrency} are needed. Ask for more:\n` +
        `  aws service-quotas request-service-quota-increase --region ${region} --service-code lambda ` +
        `--quota-code L-B99A9384 --desired-value 1000`,
  ];
};

/** SNS tells its quota by refusing more: the limit that the stage will set is set here already. */
const spending: Check = async ({ region, sms, permanent }, _, account) => {
  if (sms.by !== "sns" || !permanent || (await account.letSmsCost(sms.monthlyUsd))) return [];
  return [
    `Quota: SMS may not cost ${sms.monthlyUsd} US dollars a month in ${region} yet. Ask for an SMS spend quota of so much, or\n` +
      `  lower "sms.monthlyUsd": https://console.aws.amazon.com/support/home#/case/create?issueType=service-limit-increase`,
  ];
};

/** All that would make a deployment fail or be useless, each in a sentence that says what to do. */
export async function check(stage: Stage, others: readonly Stage[], account: Account): Promise<string[]> {
  const own = (await domain(stage, others, account)).filter((fault) => fault !== false);
  try {
    await account.id();
  } catch {
    return [
      ...own,
      "Credentials: there are none for AWS. Sign in (aws sso login, or AWS_PROFILE) and try again.",
    ];
  }
  const checked = await Promise.all(
    [secrets, channels, spending, quota].map((one) => one(stage, others, account)),
  );
  return [...own, ...checked.flat().filter((fault) => fault !== false)];
}
