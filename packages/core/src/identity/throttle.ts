import { createHash } from "node:crypto";
import { nowMs } from "../clock";
import { DomainError } from "../error";
import { table } from "../table/client";
import { clientNetwork } from "./client-address";
import { identityScope } from "./scope";

/** How often something may be tried within a span of minutes. */
type Limit = { times: number; minutes: number };
type Rule = { account: Limit; address: Limit };

/**
 * Per account so that one password cannot be guessed from many places, per address so that one place cannot try many
 * accounts. Of sign-in only failures count: a firm's people share one address in the morning; and each device on which
 * a person signed in before has tries of its own (device.ts), so that nobody can keep them out by guessing.
 */
const rules = {
  signIn: { account: { times: 10, minutes: 15 }, address: { times: 60, minutes: 15 } },
  signUp: { account: { times: 5, minutes: 60 }, address: { times: 30, minutes: 60 } },
  reset: { account: { times: 5, minutes: 60 }, address: { times: 30, minutes: 60 } },
  verify: { account: { times: 10, minutes: 60 }, address: { times: 60, minutes: 60 } },
} as const satisfies Record<string, Rule>;
export type Throttled = keyof typeof rules;

/** Too many tries; `retryAfter` in seconds. */
export class TooMany extends DomainError {
  constructor(readonly retryAfter: number) {
    const minutes = Math.ceil(retryAfter / 60);
    super(
      "too_many",
      `Too many attempts, please try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}`,
    );
  }
}

type Counter = { pk: string; sk: string; limit: Limit; endsMs: number };

function counter(action: Throttled, kind: keyof Rule, subject: string): Counter {
  const limit = rules[action][kind];
  const span = limit.minutes * 60_000;
  const window = Math.floor(nowMs() / span);
  const hash = createHash("sha256").update(subject).digest("base64url");
  const pk = `${identityScope}#throttle#${action}#${kind}#${hash}`;
  return { pk, sk: String(window), limit, endsMs: (window + 1) * span };
}

async function count({ pk, sk, endsMs }: Counter, by: number): Promise<number> {
  const { Attributes } = await table.update({
    Key: { pk, sk },
    UpdateExpression: "ADD #n :by SET #ttl = :ttl",
    ExpressionAttributeNames: { "#n": "tries", "#ttl": "expiresAt" },
    ExpressionAttributeValues: { ":by": by, ":ttl": Math.floor(endsMs / 1000) + 3_600 },
    ReturnValues: "UPDATED_NEW",
  });
  return Number(Attributes?.tries);
}

/**
 * Counts one try of an action against an account (an e-mail address, or a link's token) and against the client's
 * address; throws `TooMany` when either has had its share. Counters lie in the table, so that they hold over all
 * processes. Returns a function that takes the try back, for tries that turned out good.
 */
export async function throttle(action: Throttled, account: string): Promise<() => Promise<void>> {
  const counters = [
    counter(action, "account", account.toLowerCase()),
    counter(action, "address", clientNetwork()),
  ];
  const tries = await Promise.all(counters.map((one) => count(one, 1)));
  const over = counters.filter(({ limit }, i) => (tries[i] ?? 0) > limit.times);
  if (over.length > 0) {
    const endsMs = Math.max(...over.map((one) => one.endsMs));
    throw new TooMany(Math.max(1, Math.ceil((endsMs - nowMs()) / 1000)));
  }
  return async () => {
    await Promise.all(counters.map((one) => count(one, -1)));
  };
}
