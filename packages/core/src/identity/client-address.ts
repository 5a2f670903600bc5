import { AsyncLocalStorage } from "node:async_hooks";
import { isIPv6 } from "node:net";

const storage = new AsyncLocalStorage<string>();

/** Runs `body` as for a client at this network address; what it awaits sees the same one. */
export const withClientAddress = <T>(address: string, body: () => T): T => storage.run(address, body);

/** Eight groups of an IPv6 address, its `::` written out. */
function groups(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head.split(":").filter(Boolean);
  const right = (tail ?? "").split(":").filter(Boolean);
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array.from({ length: gap }, () => "0"), ...right];
}

/**
 * Whom a throttle counts: an IPv4 address, or the /64 network of an IPv6 address, since one subscriber holds at
 * least that much. "unknown" where the address is not known.
 */
export function clientNetwork(): string {
  const address = (storage.getStore() ?? "").toLowerCase().replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address || "unknown";
  return groups(address)
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
