import { join } from "node:path";
import type * as z from "zod";
import { Capture } from "./capture";
import type { Channel } from "./channel";
import { choice, sesSettings, smtpSettings, snsSettings, webhookSettings } from "./settings";

export type Environment = Readonly<Record<string, string | undefined>>;
/** The ways out, and where to look at messages when they are only captured. */
export type ChosenChannels = { mail: Channel<"mail">; sms: Channel<"sms">; capture?: Capture };

/** Settings that are missing or wrong; the message says which to set to what. */
export class ChannelSettingsError extends Error {
  override readonly name = "ChannelSettingsError";
}

function settled<T extends z.ZodType>(schema: T, env: Environment, because: string): z.output<T> {
  const result = schema.safeParse(env);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `  ${path.join(".")}: ${message}`);
  throw new ChannelSettingsError(`${because}, so please set\n${lines.join("\n")}`);
}

/** An empty variable is an unset one. */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ""));

/** Loads an adapter with its library only when the first message goes through it. */
function lazily<K extends "mail" | "sms">(name: string, load: () => Promise<Channel<K>>): Channel<K> {
  let loaded: Promise<Channel<K>> | undefined;
  const channel = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    name,
    send: async (message) => (await channel()).send(message),
    lookup: async (id) => (await channel()).lookup(id),
  };
}

function mailChannel(kind: "ses" | "smtp", env: Environment): Channel<"mail"> {
  if (kind === "ses") {
    const settings = settled(sesSettings, env, "MAIL_CHANNEL is ses");
    return lazily("ses", async () => (await import("./ses")).sesChannel(settings));
  }
  const settings = settled(smtpSettings, env, "MAIL_CHANNEL is smtp");
  return lazily("smtp", async () => (await import("./smtp")).smtpChannel(settings));
}

function smsChannel(kind: "sns" | "webhook", env: Environment): Channel<"sms"> {
  if (kind === "sns") {
    const settings = settled(snsSettings, env, "SMS_CHANNEL is sns");
    return lazily("sns", async () => (await import("./sns")).snsChannel(settings));
  }
  const settings = settled(webhookSettings, env, "SMS_CHANNEL is webhook");
  return lazily("webhook", async () => (await import("./webhook")).webhookChannel(settings));
}

/**
 * The channels the environment asks for: MAIL_CHANNEL = ses | smtp | capture, SMS_CHANNEL = sns | webhook |
 * capture, both capture when unset, which keeps messages under FRONTDESK_DATA (.data). What each needs
 * stands in settings.ts. @throws ChannelSettingsError at once, not with the first message
 */
export function channelsFromEnvironment(environment: Environment): ChosenChannels {
  const env = withoutEmpty(environment);
  const { MAIL_CHANNEL: mail, SMS_CHANNEL: sms } = settled(choice, env, "The channels are not clear");
  const captures = mail === "capture" || sms === "capture";
  const capture = captures ? new Capture(join(env.FRONTDESK_DATA ?? ".data", "messages")) : undefined;
  return {
    mail: capture && mail === "capture" ? capture : mailChannel(mail === "ses" ? "ses" : "smtp", env),
    sms: capture && sms === "capture" ? capture : smsChannel(sms === "sns" ? "sns" : "webhook", env),
    ...(capture && { capture }),
  };
}
