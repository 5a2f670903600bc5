import { useContext } from "@frontdesk/core/context";
import { notFound } from "@frontdesk/core/error";
import { type Context, Hono } from "hono";
import type { AppEnv } from "./app";
import { retryAfter } from "./client-address";
import { mount } from "./mount";
import type { Pages, Part } from "./parts";
import type { Routes } from "./route";

type Built = Promise<Hono<AppEnv>>;

const within = () =>
  new Hono<AppEnv>().use(async (c, next) => {
    c.set("requestId", useContext().requestId);
    await next();
  });

/** The routes under one first word of the path; errors are left to the app around them. */
async function api(parts: Record<string, Part>, word: string): Built {
  const found = Object.values(parts).filter(({ under }) => under.includes(word));
  const tables = await Promise.all(found.map(({ routes }) => routes()));
  const app = within();
  app.onError((error) => {
    throw error;
  });
  app.notFound(() => {
    throw notFound();
  });
  mount(app, Object.assign({}, ...tables) as Routes);
  return app;
}

/** Hands requests to the app that `build` gives for a word, built with the first of them. */
function builtOnce(wordOf: (c: Context) => string, build: (word: string) => Built) {
  const built = new Map<string, Built>();
  return async (c: Context<AppEnv>) => {
    const word = wordOf(c);
    const app = built.get(word) ?? build(word);
    built.set(word, app);
    app.catch(() => built.delete(word));
    return (await app).fetch(c.req.raw, c.env);
  };
}

/** Answers every route under /api/ of some parts. A path of none of them is unknown. */
export function lazyApi(parts: Record<string, Part>) {
  const known = new Set(Object.values(parts).flatMap(({ under }) => under));
  const answer = builtOnce(
    (c) => c.req.path.split("/")[2] ?? "",
    (word) => api(parts, word),
  );
  return (c: Context<AppEnv>) => {
    if (!known.has(c.req.path.split("/")[2] ?? "")) throw notFound();
    return answer(c);
  };
}

/** Mounts residents' pages under their letters. */
export function mountPages(app: Hono<AppEnv>, pages: Record<string, Pages>) {
  for (const [letter, load] of Object.entries(pages)) {
    const answer = builtOnce(
      () => letter,
      async () =>
        within()
          .use(retryAfter)
          .route(`/${letter}`, await load()),
    );
    app.all(`/${letter}/*`, answer);
  }
}
