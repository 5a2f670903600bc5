let shared: BroadcastChannel | undefined;

// One channel for hearing and telling: a tab must not hear itself.
function channel(): BroadcastChannel {
  shared ??= new BroadcastChannel("frontdesk.session");
  return shared;
}

/** Tells the other tabs of this browser that the session is another one now. */
export function announceSessionChange(): void {
  channel().postMessage("changed");
}

/** Calls `changed` when another tab signs in, out, or chooses a firm; returns the way to stop listening. */
export function onSessionChangedElsewhere(changed: () => void): () => void {
  const heard = channel();
  heard.addEventListener("message", changed);
  return () => heard.removeEventListener("message", changed);
}
