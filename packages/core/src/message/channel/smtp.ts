import { Readable } from "node:stream";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { type Channel, OutcomeUnknown, type Receipt } from "./channel";
import { property, refused, unreachable, words } from "./failure";
import { compose } from "./mime";

export type SmtpSettings = {
  host: string;
  port: number;
  /** implicit: TLS from the first byte (port 465); required: STARTTLS or nothing; optional; none */
  tls: "implicit" | "required" | "optional" | "none";
  auth?: { user: string; password: string };
  /** The address mails come from when the message names none. */
  from: string;
  /** Certificates (PEM) to trust besides none other, and the name to expect, where it is not `host`. */
  ca?: string;
  servername?: string;
  /** Milliseconds: until the connection stands and greets (10,000); of silence (30,000). */
  connectMs?: number;
  answerMs?: number;
};

type Envelope = { from: string; to: string[]; size: number };
/** What became of one delivery; `handedOver` is set with the first byte of the message itself. */
type Progress = { handedOver: boolean };

const connectionOptions = (settings: SmtpSettings) => ({
  host: settings.host,
  port: settings.port,
  secure: settings.tls === "implicit",
  requireTLS: settings.tls === "required",
  ignoreTLS: settings.tls === "none",
  servername: settings.servername,
  tls: settings.ca ? { ca: settings.ca } : undefined,
  connectionTimeout: settings.connectMs ?? 10_000,
  greetingTimeout: settings.connectMs ?? 10_000,
  dnsTimeout: settings.connectMs ?? 10_000,
  socketTimeout: settings.answerMs ?? 30_000,
});

/** The message as a stream that is read only once the server has said yes to DATA. */
function watched(raw: Buffer, progress: Progress): Readable {
  return new Readable({
    read() {
      progress.handedOver = true;
      this.push(raw);
      this.push(null);
    },
  });
}

function deliver(connection: SMTPConnection, settings: SmtpSettings, envelope: Envelope, body: Readable) {
  return new Promise<string>((resolve, reject) => {
    connection.on("error", reject);
    connection.on("end", () => reject(new Error("the server closed the connection")));
    const send = () =>
      connection.send(envelope, body, (error, info) =>
        error ? reject(error) : resolve(String(info.response)),
      );
    connection.connect((error) => {
      if (error) return reject(error);
      if (!settings.auth) return send();
      if (!connection.allowsAuth) return reject(new Error("the server offers no sign-in"));
      const credentials = { user: settings.auth.user, pass: settings.auth.password };
      connection.login({ credentials }, (refusal) => (refusal ? reject(refusal) : send()));
    });
  });
}

const aboutTheMessage = new Set(["MAIL FROM", "RCPT TO", "DATA"]);

function verdict(error: unknown, progress: Progress): Receipt {
  const answer = property(error, "responseCode");
  if (typeof answer === "number") {
    // 503 and 530 speak of the session (wrong order, sign-in missing), not of this message.
    const final = answer >= 500 && answer !== 503 && answer !== 530;
    if (final && aboutTheMessage.has(String(property(error, "command")))) return refused(words(error));
    throw unreachable("smtp", error);
  }
  if (progress.handedOver) throw new OutcomeUnknown(`smtp: ${words(error)}`, { cause: error });
  const code = property(error, "code");
  if (code === "EENVELOPE" || code === "EMESSAGE") return refused(words(error));
  throw unreachable("smtp", error);
}

/** Mail through any SMTP server, one connection a message. SMTP cannot be asked, so `lookup` never knows. */
export function smtpChannel(settings: SmtpSettings): Channel<"mail"> {
  return {
    name: "smtp",
    async send(message) {
      const { raw, sender } = await compose(message, settings.from);
      const { default: Connection } = await import("nodemailer/lib/smtp-connection");
      const connection = new Connection(connectionOptions(settings));
      const progress = { handedOver: false };
      const envelope = { from: sender, to: [message.to], size: raw.length };
      try {
        const answer = await deliver(connection, settings, envelope, watched(raw, progress));
        connection.quit();
        return { status: "sent", reference: words(answer) };
      } catch (error) {
        connection.close();
        return verdict(error, progress);
      }
    },
    lookup: async () => "unknown",
  };
}
