import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { plus } from "../clock";
import { queueMessage } from "../message/outbox";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import type { DraftItem, Report } from "./draft.entity";

/** How long a code is good, and how often it may be got wrong. */
export const codeMinutes = 10;
export const maxTries = 5;

const hashOf = (draftId: string, code: string) =>
  createHash("sha256").update(`${draftId}\n${code}`).digest("hex");

/** Sends a fresh code to the phone of a report; returns what the draft keeps of it: its hash, no more. */
export async function sendCode(work: Work, draftId: string, { phone, locale }: Report) {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  queueMessage(work, await tenantProfile(), {
    key: "phoneCode",
    values: { code, minutes: codeMinutes },
    to: { phone, locale },
    urgent: true,
  });
  return { hash: hashOf(draftId, code), expiresAt: plus(work.now, { minutes: codeMinutes }), tries: 0 };
}

type CodeState = "good" | "expired" | "locked";

/** What the code last sent for a draft is worth at `now`. */
export function codeState({ code }: Pick<DraftItem, "code">, now: string): CodeState {
  if (!code || code.expiresAt <= now) return "expired";
  return code.tries >= maxTries ? "locked" : "good";
}

/** A code needs some seconds to arrive: who taps twice, or at once, is not sent another for it. */
export const justSent = ({ code }: Pick<DraftItem, "code">, now: string) =>
  code !== undefined && plus(code.expiresAt, { minutes: -codeMinutes, seconds: 20 }) > now;

/** Whether this is the code that was sent, in constant time. */
export const isCode = ({ draftId, code }: DraftItem, given: string) =>
  code !== undefined && timingSafeEqual(Buffer.from(code.hash), Buffer.from(hashOf(draftId, given)));
