import { OutcomeUnknown, type Receipt } from "./channel";
import { neverConnected, property, refused, unreachable, words } from "./failure";

export type AwsSettings = {
  region: string;
  /** Another address than the region's own, such as a VPC endpoint. */
  endpoint?: string;
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  /** Milliseconds until a connection must stand; 5,000. */
  connectMs?: number;
  /** Milliseconds until the answer must be there; 20,000. */
  answerMs?: number;
};

/**
 * Settings for an SDK client that sends. The SDK's own retries are off: SES and SNS know no
 * idempotency key, and a retry after a lost answer would be a second message. Connections are not
 * kept: one that died unseen (a thawed Lambda) would leave an outcome unknown for nothing.
 */
export const clientSettings = (settings: AwsSettings) => ({
  region: settings.region,
  endpoint: settings.endpoint,
  credentials: settings.credentials,
  maxAttempts: 1,
  requestHandler: {
    connectionTimeout: settings.connectMs ?? 5_000,
    requestTimeout: settings.answerMs ?? 20_000,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: false },
    httpsAgent: { keepAlive: false },
  },
});

function nothingHandedOver(error: unknown): boolean {
  const name = String(property(error, "name"));
  if (name === "CredentialsProviderError" || /throttl/i.test(name)) return true;
  if (name === "TimeoutError" && /did not establish a connection/.test(words(error))) return true;
  const status = property(property(error, "$metadata"), "httpStatusCode");
  // Below 500 the service answered that it did not take the request; 503 says so by its meaning.
  return typeof status === "number" && ((status >= 400 && status < 500) || status === 503);
}

/**
 * Judges an error of an SDK call that sends. `permanent` names the errors that are about this very
 * message; other refusals (rights, quota, a paused account) are ours to mend and may be tried again.
 * @throws ChannelUnreachable nothing was handed over; OutcomeUnknown anything else
 */
export function judge(channel: string, error: unknown, permanent: ReadonlySet<string>): Receipt {
  const name = String(property(error, "name"));
  if (permanent.has(name)) return refused(`${name}: ${words(error)}`);
  if (neverConnected(error) || nothingHandedOver(error)) throw unreachable(channel, error);
  throw new OutcomeUnknown(`${channel}: ${words(error)}`, { cause: error });
}
