import type { OutgoingOf } from "./channel";

/** A mail as bytes, with what the envelope needs. */
export type Composed = { raw: Buffer; sender: string; messageId: string };

/**
 * Headers as they are, on one line each: a long link after `List-Unsubscribe:` would else be folded away
 * from its name, which some mailbox providers do not read.
 */
function asTheyAre(headers: Record<string, string> = {}) {
  const entries = Object.entries(headers).map(([key, value]) => {
    // What is not plain, a line break above all, is left to the composer to make harmless.
    const plain = /^[\x20-\x7e]{0,900}$/.test(value);
    return { key, value: plain ? { prepared: true, foldLines: false, value } : value };
  });
  return [...entries, { key: "Auto-Submitted", value: "auto-generated" }];
}

/**
 * Builds the MIME message: text and HTML twins, our id in the Message-ID, marked as automatic so that
 * nobody's holiday notice answers it (RFC 3834).
 */
export async function compose(message: OutgoingOf<"mail">, defaultAddress: string): Promise<Composed> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const sender = message.from.address ?? defaultAddress;
  const messageId = `<${message.id}@${sender.slice(sender.lastIndexOf("@") + 1)}>`;
  const composer = new MailComposer({
    from: { name: message.from.name, address: sender },
    // As an object: a string would be split at commas into several recipients.
    to: { name: "", address: message.to },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId,
    textEncoding: "B",
    headers: asTheyAre(message.headers),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { raw: await composer.compile().build(), sender, messageId };
}
