import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor, TenantActor } from "./actor";
import { unauthenticated } from "./error";

/** What one request or job runs under. `idempotency` is set when the caller sent an Idempotency-Key. */
export type Context = {
  actor: Actor;
  requestId: string;
  idempotency?: { key: string; bodyHash: string };
  /** Set while `actor` is a guess, whom the session acted as a moment ago: rejects with `OtherActor` when it is wrong. */
  confirmed?: Promise<void>;
  /** For whom all of this turned out to be, as logs tell it; one for a request with everything it starts. */
  trail?: { tenantId?: string };
};

const storage = new AsyncLocalStorage<Context>();

/** Runs `body` under a context; everything it awaits sees the same one. */
export function withContext<T>(context: Context, body: () => T): T {
  const trail = context.trail ?? storage.getStore()?.trail ?? {};
  trail.tenantId = firmOf(context.actor) ?? trail.tenantId;
  return storage.run({ ...context, trail }, body);
}

/** The firm an actor works for. Identities are worked on under a name of their own, which is none. */
export const firmOf = (actor: Actor): string | undefined =>
  "tenantId" in actor && actor.tenantId.startsWith("ten_") ? actor.tenantId : undefined;

/** Runs `body` as an actor within the present request, without its idempotency key. */
export const withActor = <T>(actor: Actor, body: () => T): T =>
  withContext({ ...useContext(), actor, idempotency: undefined }, body);

/** The context in force; outside of one, nobody is acting. */
export const useContext = (): Context =>
  storage.getStore() ?? { actor: { type: "public" }, requestId: "internal" };

export const useActor = (): Actor => useContext().actor;

/** The tenant everything below works for: always the actor's, never an input. */
export function useTenantId(): string {
  return useTenantActor().tenantId;
}

/** The actor, who must belong to a tenant. Throws `unauthenticated`. */
export function useTenantActor(): TenantActor {
  const actor = useActor();
  if (!("tenantId" in actor)) throw unauthenticated();
  return actor;
}

/** A guess at who is acting turned out wrong; `actor` is the truth. */
export class OtherActor extends Error {
  constructor(readonly actor: Actor) {
    super("The session acts as somebody else by now");
  }
}

/** Waits until the present actor is no guess any more: nothing is written or answered before. Throws `OtherActor`. */
export const confirmed = (): Promise<void> | undefined => storage.getStore()?.confirmed;
