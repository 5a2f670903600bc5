import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useMemo, useSyncExternalStore } from "react";
import { call } from "../api/client";
import { isOffline } from "../api/reach";
import { sendFile } from "../api/sendFile";
import { changedByDeeds } from "../pages/tickets/ticketLists";
import { useSession } from "../session/SessionContext";
import { sessionQuery } from "../session/session";
import { type Carrier, goingOf, Queue, type QueueState } from "./queue";
import { type Shelf, shelfOf } from "./shelf";
import { bodyOf, routeOf } from "./step";
import { startWorker } from "./worker";

/** So often it is tried anew while something waits, or nothing answers. */
const everyMs = 15_000;
/** Files of forms that were given up are kept so long. */
const tidyMs = 86_400_000;

const QueueContext = createContext<{ queue: Queue; shelf: Shelf } | null>(null);

/** Sends what the signed-in member did without a connection, once there is one. */
export function QueueProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const { member } = useSession();
  const value = useMemo(() => {
    const shelf = shelfOf(member.id);
    return { shelf, queue: new Queue(shelf, carrierOf(member.id), () => readAnew(queryClient)) };
  }, [member.id, queryClient]);
  useSending(value.queue, queryClient);
  useEffect(startWorker, []);
  useEffect(() => void value.shelf.tidy(Date.now() - tidyMs).catch(() => undefined), [value]);
  return <QueueContext value={value}>{children}</QueueContext>;
}

/** Sends as this member and nobody else: the service refuses it once somebody else is signed in. */
const carrierOf = (actingMember: string): Carrier => ({
  step: (step) => call(routeOf(step.deed), bodyOf(step), { idempotencyKey: step.key, actingMember }),
  file: (step, idempotencyKey, blob) => sendFile(step.projectId, blob, {}, { idempotencyKey, actingMember }),
});

const readAnew = (queryClient: QueryClient) =>
  Promise.all(changedByDeeds.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));

/** When the page opens, the network is back, somebody looks at it again, and every so often. */
function useSending(queue: Queue, queryClient: QueryClient) {
  useEffect(() => {
    const go = () => {
      const waits = goingOf(queue.state()).length > 0;
      if (waits && navigator.onLine) void queue.send().catch(() => undefined);
      // Whoever is signed in: the answer also tells that there is a connection again, or no session any more.
      if (isOffline() || waits) void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
    };
    const open = () => void queue.load().then(go, () => undefined);
    const seen = () => document.visibilityState === "visible" && open();
    open();
    window.addEventListener("online", open);
    document.addEventListener("visibilitychange", seen);
    const timer = setInterval(go, everyMs);
    return () => {
      window.removeEventListener("online", open);
      document.removeEventListener("visibilitychange", seen);
      clearInterval(timer);
    };
  }, [queue, queryClient]);
}

/** The queue of the signed-in member, and where what waits in it is kept. */
export function useQueue() {
  const value = use(QueueContext);
  if (!value) throw new Error("useQueue outside the signed-in shell");
  return value;
}

/** How the queue stands; a component that uses it is shown anew when that changes. */
export function useQueueState(): QueueState {
  const { queue } = useQueue();
  return useSyncExternalStore(queue.subscribe, queue.state);
}
