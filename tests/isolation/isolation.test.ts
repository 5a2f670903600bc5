import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type IdKind, newId, prefixes } from "@frontdesk/core/id";
import { type Role, roles } from "@frontdesk/core/member/role";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { admits } from "@frontdesk/core/verb";
import { Browser } from "@frontdesk/functions/api/browser.testing";
import type { AnyVerb, Route, Routes } from "@frontdesk/functions/api/route";
import { routes } from "@frontdesk/functions/api/routes";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { app, type Firm, firm } from "./firm";
import { type Entry, manifest } from "./manifest";

ownDatabase();
let own: Firm;
let other: Firm;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-isolation-"));
  own = await firm("jia");
  other = await firm("yi");
}, 240_000);

const table = Object.entries(routes as Routes);
const entries = manifest as Record<string, Entry>;
const browserOf = (role: Role) => own.browsers.get(role) ?? new Browser(app);

/** Sends an input the way its route takes it: path, then query or body, or a file. */
function send(browser: Browser, name: string, input: object, headers: Record<string, string> = {}) {
  const [method = "", template = ""] = name.split(" ");
  const rest: Record<string, unknown> = { ...input };
  const path = template.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const value = String(rest[field]);
    delete rest[field];
    return encodeURIComponent(value);
  });
  const file = entries[name]?.file;
  const inQuery = method === "GET" || method === "DELETE" || file !== undefined;
  const query = inQuery ? `?${new URLSearchParams(rest as Record<string, string>)}` : "";
  if (file !== undefined) return browser.upload(`/api${path}${query}`, Buffer.from(file), headers);
  return browser.send(method, `/api${path}${query}`, inQuery ? undefined : rest, headers);
}

/** What an answer says, but for the number of the request, addresses signed anew and the order of its fields. */
const said = ({ status, body }: { status: number; body: object }) => {
  const plain = (key: string, value: unknown) => {
    if (key === "requestId" || key === "url") return "";
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    return isMap ? Object.fromEntries(Object.entries(value).sort()) : value;
  };
  return `${status} ${JSON.stringify(body, plain)}`;
};

/** The input once per place where an id of the firm stands, with `swap` of that id in its place. */
function* swapped(input: object, swap: (id: string) => string): Generator<object> {
  const places: (string | number)[][] = [];
  const walk = (value: unknown, path: (string | number)[]) => {
    if (typeof value === "string" && /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/.test(value)) places.push(path);
    else if (typeof value === "object" && value !== null)
      for (const [key, child] of Object.entries(value)) walk(child, [...path, key]);
  };
  walk(input, []);
  for (const path of places) {
    const copy = structuredClone(input) as Record<string, unknown>;
    let holder = copy;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    const last = path.at(-1) ?? "";
    holder[last] = swap(String(holder[last]));
    yield copy;
  }
}

const inputOf = (name: string, of: Firm) => entries[name]?.input?.(of.ids) ?? {};
const twin = (id: string) => {
  const found = Object.entries(own.ids).find(([, value]) => value === id)?.[0] as
    | keyof Firm["ids"]
    | undefined;
  return found ? other.ids[found] : id;
};
const unknown = (id: string) => {
  const kind = Object.entries(prefixes).find(([, prefix]) => id.startsWith(`${prefix}_`))?.[0] as
    | IdKind
    | undefined;
  return kind ? newId(kind) : id;
};
const isPublic = (route: Route<AnyVerb>) => route.verb.may.includes("public");

it("has every route in the manifest, and no other", () => {
  expect(Object.keys(manifest).sort()).toEqual(table.map(([name]) => name).sort());
});

describe.each(table)("%s", (name, route) => {
  it("lets in nobody who is not signed in, nor with a session that ended", async () => {
    if (isPublic(route)) return expect(route.verb.may).toEqual(["public"]);
    const input = inputOf(name, own);
    expect((await send(new Browser(app), name, input)).status).toBe(401);
    const ended = new Browser(app);
    ended.cookies.set("frontdesk.session_token", "ended.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D");
    expect((await send(ended, name, input)).status).toBe(401);
  });

  it("refuses every role that may not", async () => {
    for (const role of roles) {
      const actor = {
        type: "member",
        tenantId: "",
        memberId: "",
        userId: "",
        name: "",
        role,
        projectIds: "all",
      } as const;
      if (admits(actor, route.verb.may)) continue;
      const answer = await send(browserOf(role), name, inputOf(name, own));
      expect(`${role} ${answer.status}`).toBe(`${role} 403`);
    }
  });

  it("answers another firm's id in any place like an unknown one", async () => {
    const input = inputOf(name, own);
    const foreign = [...swapped(input, twin)];
    const unheard = [...swapped(input, unknown)];
    for (const [index, strange] of foreign.entries()) {
      const answer = await send(browserOf("headquarters"), name, strange);
      expect(said(answer), JSON.stringify(strange)).toBe(
        said(await send(browserOf("headquarters"), name, unheard[index] ?? {})),
      );
      const quiet = name === "GET /audit" ? [200] : [404];
      expect(quiet, JSON.stringify(strange)).toContain(answer.status);
    }
  });

  it("does not follow another firm's cursor, nor headers that name a firm", async () => {
    if (!name.startsWith("GET ")) return;
    const shape = route.verb.input as { shape?: Record<string, unknown> };
    const theirs = await send(
      other.browsers.get("headquarters") ?? new Browser(app),
      name,
      inputOf(name, other),
    );
    const cursor = (theirs.body as { cursor?: string }).cursor;
    if (shape.shape?.cursor && cursor) {
      const answer = await send(browserOf("headquarters"), name, { ...inputOf(name, own), cursor });
      expect(answer.status).toBe(404);
    }
    if (route.as === "download") return;
    const forged = {
      "x-tenant-id": other.ids.tenantId,
      "x-tenant": other.ids.tenantId,
      "x-forwarded-user": "root",
    };
    const [plain, claimed] = [
      await send(browserOf("headquarters"), name, inputOf(name, own)),
      await send(browserOf("headquarters"), name, inputOf(name, own), forged),
    ];
    expect(said(claimed)).toBe(said(plain));
  });
});

describe("the right call", () => {
  it.each(Object.keys(manifest))("%s is taken", async (name) => {
    const answer = await send(browserOf("headquarters"), name, inputOf(name, own));
    const right = entries[name]?.answer ?? [200, 201, 202, 204];
    expect(right, `${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`).toContain(answer.status);
  });
});

/** Calls that leave the firm able to work on. */
const lasting = Object.keys(manifest).filter(
  (name) => !/^DELETE|disable|sessions|session\/tenant|sign-up|invitations\/(open|accept)/.test(name),
);

it("shows neither of two firms anything of the other's, whatever both do in whatever order", async () => {
  const step = fc.record({
    mine: fc.boolean(),
    name: fc.constantFrom(...lasting),
    role: fc.constantFrom(...roles),
  });
  await own.enter();
  const strange = (ids: Firm["ids"]) => new RegExp(Object.values(ids).join("|"));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const { mine, name, role } of steps) {
        const [acting, hidden] = mine ? [own, other] : [other, own];
        const answer = await send(acting.browsers.get(role) ?? new Browser(app), name, inputOf(name, acting));
        expect(answer.status, `${name} ${JSON.stringify(answer.body)}`).toBeLessThan(500);
        expect(JSON.stringify(answer.body)).not.toMatch(strange(hidden.ids));
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
