import { ChannelUnreachable, type Receipt } from "./channel";

const certificateFaults =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED_CERT|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH)/;

/** One named property of a thrown value, if it has it. */
export const property = (thrown: unknown, name: string): unknown =>
  typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, name) : undefined;

/** True when an error of Node's network layer says that no connection came about. */
export function neverConnected(thrown: unknown): boolean {
  const causes = property(thrown, "errors");
  if (Array.isArray(causes) && causes.length > 0) return causes.every(neverConnected);
  const syscall = property(thrown, "syscall");
  if (syscall === "connect" || syscall === "getaddrinfo") return true;
  const code = property(thrown, "code");
  return typeof code === "string" && certificateFaults.test(code);
}

/** The words of a thrown value on one line, at most 300 characters: they are kept with the message. */
export function words(thrown: unknown): string {
  const text = thrown instanceof Error ? thrown.message || thrown.name : String(thrown);
  const code = property(thrown, "code");
  const known = text === "" && typeof code === "string" ? code : text;
  return known.replace(/\s+/g, " ").trim().slice(0, 300);
}

export const refused = (reason: string): Receipt => ({ status: "refused", reason: words(reason) });

export const unreachable = (channel: string, cause: unknown) =>
  new ChannelUnreachable(`${channel}: ${words(cause)}`, { cause });
