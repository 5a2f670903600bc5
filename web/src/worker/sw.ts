import { servedAs } from "./paths";

// What of a service worker's world is used here; the library that tells it cannot stand beside the page's.
interface Going extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface Fetching extends Going {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(type: "install" | "activate", does: (event: Going) => void): void;
  addEventListener(type: "fetch", does: (event: Fetching) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
}
const worker = self as unknown as Worker;

/** Put in when it is built: the files that the pages of one's work need, and a name for exactly these. */
declare const files: readonly string[];
declare const version: string;

const page = "/";
/** So long the page is waited for, where it is kept. */
const patienceMs = 4_000;

/** The page and the files it names, as they lie there now; nothing when they are not of one version. */
async function fill() {
  const cache = await caches.open(version);
  await cache.addAll([page, ...files].map((path) => new Request(path, { cache: "reload" })));
  const html = await (await cache.match(page))?.text();
  const entry = files[0] ?? "";
  if (!html?.includes(entry)) {
    await caches.delete(version);
    throw new Error("The page is of another version");
  }
  await worker.skipWaiting();
}

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== version).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The page as it is now; the kept one where that does not come. */
async function pageOf(request: Request): Promise<Response> {
  const kept = await caches.match(page);
  const asked = fetch(request);
  if (!kept) return asked;
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  return answer && answer.status < 500 ? answer : kept;
}

/** A file never changes under its name: once it came it is kept. */
async function fileOf(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(version)).put(request, answer.clone());
  return answer;
}

worker.addEventListener("install", (event) => event.waitUntil(fill()));
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const served = origin === location.origin && request.method === "GET" ? servedAs(pathname) : undefined;
  if (served === "file") event.respondWith(fileOf(request));
  if (served === "page" && request.mode === "navigate") event.respondWith(pageOf(request));
});
