import { createHmac, timingSafeEqual } from "node:crypto";

/** HMAC-SHA256 in hex over `timestamp.payload`; the timestamp is in seconds. */
export const signature = (secret: string, timestamp: string, payload: string) =>
  createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");

/** The headers of a signed message, of ours and to us alike. */
export const signedHeader = { timestamp: "Frontdesk-Timestamp", signature: "Frontdesk-Signature" } as const;

/** What stands in the header of a signature. */
export const signed = (secret: string, timestamp: string, payload: string) =>
  `v1=${signature(secret, timestamp, payload)}`;

/** Whether that header is right, in a time that does not tell how much of it is. */
export function isSigned(given: string, secret: string, timestamp: string, payload: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(signed(secret, timestamp, payload))];
  return one.length === other.length && timingSafeEqual(one, other);
}
