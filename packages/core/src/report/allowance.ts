import { createHash } from "node:crypto";
import * as z from "zod";
import { nowMs } from "../clock";
import { DomainError } from "../error";
import { clientNetwork } from "../identity/client-address";
import { entity } from "../table/entity";
import type { Work } from "../table/work";

/** So many codes within any span of so many minutes. */
type Rule = { times: number; minutes: number };

/**
 * Codes go to phones that anybody may type: few to one phone, few from one place, and a fuse for the firm's bill –
 * lower for numbers abroad, which cost most and are the ones abused.
 */
const allowances = {
  phone: { times: 3, minutes: 60 },
  address: { times: 10, minutes: 60 },
  abroad: { times: 20, minutes: 24 * 60 },
  project: { times: 300, minutes: 60 },
} as const satisfies Record<string, Rule>;
type AllowanceKind = keyof typeof allowances;

const Allowance = entity({
  name: "reportAllowance",
  schema: z.object({
    subject: z.string(),
    /** Epoch seconds of what was spent within the span. */
    spent: z.array(z.int()).max(allowances.project.times),
    until: z.int(),
  }),
  key: (key: { subject: string }) => [["reportAllowance", key.subject], "allowance"],
  expires: ({ until }) => until,
});

async function spend(work: Work, kind: AllowanceKind, of: string) {
  const { times, minutes } = allowances[kind];
  const subject = createHash("sha256").update(`${kind}\n${of}`).digest("base64url");
  const now = Math.floor(nowMs() / 1000);
  const known = await Allowance.get({ subject });
  const spent = (known?.spent ?? []).filter((at) => at > now - minutes * 60);
  if (spent.length >= times)
    throw new DomainError("too_many", "Too many codes were asked for, please try again later", kind);
  const next = { subject, spent: [...spent, now], until: now + minutes * 60 };
  if (known) work.patch(Allowance, known, next);
  else work.create(Allowance, next, "race");
}

/**
 * Spends one code for a phone (E.164) in the work that sends it. Exact under any number of requests at once: what
 * was spent is written in the same transaction. Throws `too_many`, its field naming whose allowance is used up.
 */
export async function spendCode(work: Work, projectId: string, phone: string): Promise<void> {
  const address = clientNetwork();
  await spend(work, "phone", phone);
  if (address !== "unknown") await spend(work, "address", address);
  if (!phone.startsWith("+86")) await spend(work, "abroad", projectId);
  await spend(work, "project", projectId);
}
