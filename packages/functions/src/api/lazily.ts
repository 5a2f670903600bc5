import { useContext } from "@frontdesk/core/context";
import { notFound } from "@frontdesk/core/error";
import { type Context, Hono } from "hono";
import { TrieRouter } from "hono/router/trie-router";
import { answer, type Call } from "./answer";
import type { AppEnv } from "./app";
import { retryAfter } from "./client-address";
import type { Pages, Part } from "./parts";
import type { RouteName } from "./route";

/** What `load` gives for each word, loaded with the first request for it; a failed load is tried again. */
function once<T>(load: (word: string) => Promise<T>) {
  const loaded = new Map<string, Promise<T>>();
  return (word: string): Promise<T> => {
    const known = loaded.get(word) ?? load(word);
    loaded.set(word, known);
    known.catch(() => loaded.delete(word));
    return known;
  };
}

const firstWord = (path: string) => path.split("/")[1] ?? "";

function decoded(text = ""): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Answers every route under /api/ of some parts. A path of none of them is unknown. */
export function lazyApi(parts: Record<string, Part>) {
  const routerFor = once(async (word) => {
    const router = new TrieRouter<Omit<Call, "named">>();
    const found = Object.values(parts).filter(({ under }) => under.includes(word));
    for (const table of await Promise.all(found.map(({ routes }) => routes())))
      for (const [name, route] of Object.entries(table)) {
        const [method = "", path = ""] = name.split(" ");
        router.add(method, path.replaceAll(/\{(\w+)\}/g, ":$1"), { name: name as RouteName, route });
      }
    return router;
  });
  const known = new Set(Object.values(parts).flatMap(({ under }) => under));
  return async (c: Context<AppEnv>) => {
    const path = c.req.path.slice("/api".length);
    if (!known.has(firstWord(path))) throw notFound();
    const [match] = (await routerFor(firstWord(path))).match(c.req.method, path)[0];
    if (!match) throw notFound();
    const [call, params] = match;
    const named = Object.entries(params).map(([name, text]) => [name, decoded(String(text))]);
    return answer(c, { ...call, named: Object.fromEntries(named) });
  };
}

/** Mounts residents' pages under their letters, each loaded with its first request. */
export function mountPages(app: Hono<AppEnv>, pages: Record<string, Pages>) {
  for (const [letter, load] of Object.entries(pages)) {
    const built = once(async () => within().route(`/${letter}`, await load()));
    app.all(`/${letter}/*`, async (c) => (await built(letter)).fetch(c.req.raw, c.env));
  }
}

const within = () =>
  new Hono<AppEnv>()
    .use(async (c, next) => {
      c.set("requestId", useContext().requestId);
      await next();
    })
    .use(retryAfter);
