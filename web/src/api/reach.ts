import { useSyncExternalStore } from "react";

let reached = true;
const listeners = new Set<() => void>();

/** Notes whether the service answered just now. */
export function noteReach(answered: boolean): void {
  if (answered === reached) return;
  reached = answered;
  for (const listener of listeners) listener();
}

/** Whether there is no connection, as far as one can tell: the device says so, or the last request got no answer. */
export const isOffline = (): boolean => !reached || !navigator.onLine;

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    listeners.delete(changed);
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** The same for a component, which is shown anew when it changes. */
export const useOffline = (): boolean => useSyncExternalStore(subscribe, isOffline, () => false);
