import { signed, signedHeader } from "../../signature";
import {
  type Channel,
  isE164,
  type Lookup,
  OutcomeUnknown,
  type OutgoingOf,
  type Receipt,
  signedText,
} from "./channel";
import { property, refused, unreachable } from "./failure";
import { exchange, type HttpAnswer } from "./http";

export type WebhookSettings = {
  /** Where messages are posted. */
  url: string;
  secret: string;
  /** Where a message is asked after, with `{id}` in its place. */
  lookupUrl?: string;
  /** Milliseconds for one exchange; 15,000. */
  timeoutMs?: number;
};

function signedHeaders(secret: string, payload: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000).toString();
  return {
    [signedHeader.timestamp]: timestamp,
    [signedHeader.signature]: signed(secret, timestamp, payload),
  };
}

function parsed(answer: HttpAnswer): unknown {
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

function bodyOf(message: OutgoingOf<"sms">): string {
  const text = signedText(message);
  return JSON.stringify({
    id: message.id,
    to: message.to,
    text,
    // Gateways that sign by themselves want the two apart.
    signature: text.slice(1, text.indexOf("】")),
    template: message.template,
    urgent: message.urgent,
  });
}

// These are about the message itself; other 4xx (rights, address, load) are about the connection.
const permanent = new Set([400, 410, 413, 415, 422]);

function judged(answer: HttpAnswer, id: string): Receipt {
  const { status } = answer;
  if (status >= 200 && status < 300) {
    const reference = property(parsed(answer), "reference");
    return { status: "sent", reference: typeof reference === "string" && reference ? reference : id };
  }
  if (permanent.has(status)) return refused(`${status} ${answer.body}`);
  // 409: the gateway is busy with this very id, or knows it with another body.
  if (status >= 500 && status !== 503) throw new OutcomeUnknown(`webhook: the gateway answered ${status}`);
  if (status === 409) throw new OutcomeUnknown("webhook: the gateway answered 409");
  throw unreachable("webhook", `the gateway answered ${status}`);
}

function found(answer: HttpAnswer): Lookup {
  // A bare 404 may be a wrong address; only a body that says so means that the message is not there.
  if (answer.status !== 200 && answer.status !== 404) return "unknown";
  const status = property(parsed(answer), "status");
  return status === "sent" || status === "absent" ? status : "unknown";
}

/**
 * SMS by a signed POST to a gateway of the firm's choice. The body is JSON {id, to, text, signature,
 * template?, urgent}; `Frontdesk-Signature` is `v1=` and the HMAC of timestamp, dot and body, and the
 * gateway must send one `Idempotency-Key` once. `lookup` is a GET signed over its path and query,
 * answered by {"status": "sent" | "absent"}.
 */
export function webhookChannel(settings: WebhookSettings): Channel<"sms"> {
  const timeoutMs = settings.timeoutMs ?? 15_000;
  return {
    name: "webhook",
    async send(message) {
      if (!isE164(message.to)) return refused("the number is not in the international form +8613800138000");
      const body = bodyOf(message);
      const headers = {
        ...signedHeaders(settings.secret, body),
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(body).toString(),
        "Idempotency-Key": message.id,
      };
      const call = { method: "POST", url: new URL(settings.url), headers, body, timeoutMs } as const;
      return judged(await exchange("webhook", call), message.id);
    },
    async lookup(id) {
      if (!settings.lookupUrl) return "unknown";
      const url = new URL(settings.lookupUrl.replace("{id}", encodeURIComponent(id)));
      const headers = signedHeaders(settings.secret, url.pathname + url.search);
      const answer = exchange("webhook", { method: "GET", url, headers, timeoutMs });
      return answer.then(found, () => "unknown" as const);
    },
  };
}
