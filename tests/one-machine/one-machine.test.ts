import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { ending, newFolder, run, Service } from "../service";

const folders: string[] = [];
const started: Service[] = [];
afterAll(async () => {
  for (const service of started) await service.end("SIGKILL");
  for (const folder of folders) {
    await endDatabase(folder);
    await rm(folder, { recursive: true, force: true });
  }
});

async function folder(): Promise<string> {
  const made = await newFolder();
  folders.push(made);
  return made;
}

async function start(at: string): Promise<Service> {
  const service = await Service.start(at);
  started.push(service);
  return service;
}

type Note = { database: number };
const note = async (at: string): Promise<Note | undefined> =>
  readFile(join(at, "running.json"), "utf8").then(
    (text) => JSON.parse(text) as Note,
    () => undefined,
  );

/** The database of a run that was killed: it goes on until the next run ends it. */
async function endDatabase(at: string) {
  const left = await note(at);
  if (left && alive(left.database)) process.kill(left.database, "SIGKILL");
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const person = { email: "wang@anju.example", password: "一个足够长的密码 2026" };

/** Signs a firm up as its founder does, and says what a request carries who is signed in. */
async function signUp(service: Service): Promise<void> {
  const firm = { firmName: "安居物业", name: "王总", locale: "zh-CN", ...person };
  expect((await send(service, "POST", "/api/sign-up", firm)).status).toBe(202);
  const link = await service.link(person.email, /确认/);
  const token = new URL(link).searchParams.get("token");
  const confirmed = { token, password: person.password };
  expect((await send(service, "POST", "/api/sign-up/confirm", confirmed)).status).toBeLessThan(300);
}

const send = (service: Service, method: string, path: string, body?: object, cookie = "") =>
  fetch(`${service.url}${path}`, {
    method,
    headers: { "content-type": "application/json", cookie },
    body: body && JSON.stringify(body),
  });

async function signIn(service: Service): Promise<string> {
  const answer = await send(service, "POST", "/api/auth/sign-in/email", person);
  expect(answer.status).toBe(200);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/**
 * Makes projects one after the other until nobody answers any more; the names that were acknowledged, of which
 * `first` is told at once.
 */
async function makeProjects(service: Service, cookie: string, prefix: string, first: () => void) {
  const made: string[] = [];
  for (let n = 1; ; n++) {
    const name = `${prefix}${n}`;
    const answer = await send(service, "POST", "/api/projects", { name, kind: "office" }, cookie).catch(
      () => undefined,
    );
    if (!answer) return made;
    if (answer.status === 201 && made.push(name) === 1) first();
  }
}

async function projectNames(service: Service, cookie: string): Promise<string[]> {
  const answer = await send(service, "GET", "/api/projects", undefined, cookie);
  return ((await answer.json()) as { items: { name: string }[] }).items.map(({ name }) => name);
}

it("killed at any moment, has everything it acknowledged when it starts again, within 5 seconds", async () => {
  const at = await folder();
  const starting = async () => {
    const before = performance.now();
    return { service: await start(at), ms: performance.now() - before };
  };
  const fresh = await starting();
  let { service } = fresh;
  await signUp(service);
  const acknowledged: string[] = [];
  const taken: number[] = [];
  for (const [round, withDatabase] of [false, true, false].entries()) {
    const kill = async () => {
      await sleep(500);
      if (withDatabase) await endDatabase(at);
      await service.end("SIGKILL");
    };
    const made = await makeProjects(service, await signIn(service), `第${round}次-`, kill);
    expect(made.length).toBeGreaterThan(0);
    acknowledged.push(...made);
    const again = await starting();
    service = again.service;
    taken.push(again.ms);
  }
  // The least disturbed of them; where so much else goes on that any start takes longer, no longer than the first.
  expect(Math.min(...taken)).toBeLessThan(Math.max(5_000, fresh.ms));
  const names = await projectNames(service, await signIn(service));
  expect(names).toEqual(expect.arrayContaining(acknowledged));
}, 240_000);

it("Ctrl-C ends it and its database, and leaves nothing behind but the data", async () => {
  const at = await folder();
  const service = await start(at);
  await signUp(service);
  const running = await note(at);
  expect(alive(running?.database ?? 0)).toBe(true);
  expect((await service.end("SIGINT")).code).toBe(0);
  expect(alive(running?.database ?? 0)).toBe(false);
  expect(await note(at)).toBeUndefined();
  const again = await start(at);
  await signIn(again);
  expect((await again.end("SIGTERM")).code).toBe(0);
}, 240_000);

it("does not start twice on the same data, nor fill a demo beside, nor start on a port that is taken, and says so", async () => {
  const at = await folder();
  const service = await start(at);
  const twice = await ending(run(at, 0));
  expect(twice).toEqual({ code: 1, said: expect.stringContaining("already running") });
  const demo = await ending(run(at, 0, "demo"));
  expect(demo).toEqual({ code: 1, said: expect.stringContaining("Stop it first") });
  const { port } = new URL(service.url);
  const elsewhere = await folder();
  const taken = await ending(run(elsewhere, Number(port)));
  expect(taken).toEqual({ code: 1, said: expect.stringContaining(`Port ${port} is taken`) });
  expect(await note(elsewhere)).toBeUndefined();
  expect((await fetch(`${service.url}/api/health`)).status).toBe(200);
}, 240_000);
