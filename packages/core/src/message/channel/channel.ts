export type Mail = {
  kind: "mail";
  to: string;
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
};

export type Sms = {
  kind: "sms";
  /** E.164, such as +8613800138000 */
  to: string;
  /** With or without the signature; the channel puts it in front where it is missing. */
  text: string;
  /** For gateways that only accept texts registered with them beforehand. */
  template?: { name: string; values: Record<string, string> };
};

/** `signature` goes in 【】 before an SMS; without one the name stands there. */
export type Sender = { name: string; address?: string; signature?: string };

type Envelope = { id: string; tenantId?: string; from: Sender; urgent: boolean };
type OutgoingKinds = { mail: Mail & Envelope; sms: Sms & Envelope };
export type Kind = keyof OutgoingKinds;
/**
 * One message ready to leave. `id` is our message id, used as idempotency key and in the Message-ID; `tenantId` is told
 * to channels that hand it back with what became of the message.
 */
export type OutgoingOf<K extends Kind> = OutgoingKinds[K];
export type Outgoing = OutgoingOf<Kind>;

/**
 * `refused` is final: the same message would be refused again. `reported`: what becomes of it is told later, under this
 * reference.
 */
export type Receipt =
  | { status: "sent"; reference: string; reported?: true }
  | { status: "refused"; reason: string };

/** What became of a message: `unknown` where the channel cannot tell. */
export type Lookup = "sent" | "absent" | "unknown";

/**
 * One way out. `send` hands a message over once, without trying again by itself: it throws
 * `ChannelUnreachable` when certainly nothing was handed over, so that the sender may try again
 * later, and any other error when the outcome is not known, so that the sender asks `lookup` first.
 */
export interface Channel<in K extends Kind = Kind> {
  readonly name: string;
  send(message: OutgoingOf<K>): Promise<Receipt>;
  lookup(id: string): Promise<Lookup>;
}

/** Nothing was handed over; the message may be tried again. */
export class ChannelUnreachable extends Error {
  override readonly name = "ChannelUnreachable";
}

/** The message may or may not have been taken. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}

/**
 * The words of an SMS as they arrive: the signature in 【】 first, once. No value of a text can begin one
 * (the catalogue replaces these brackets), so a text that begins with one is signed already.
 */
export function signedText(message: Pick<OutgoingOf<"sms">, "text" | "from">): string {
  if (message.text.startsWith("【")) return message.text;
  return `【${message.from.signature ?? message.from.name}】${message.text}`;
}

/** A number as SMS channels take it: E.164, 7 to 15 digits after the plus. */
export const isE164 = (number: string) => /^\+[1-9]\d{6,14}$/.test(number);
