/** Lets the page be opened without a connection from now on. A page that came over plain http cannot. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register("/sw.js").catch((error: unknown) => console.warn(error));
}
