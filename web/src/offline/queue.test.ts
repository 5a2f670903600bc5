import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { ApiError, networkError } from "../api/error";
import { type Carrier, goingOf, Queue } from "./queue";
import type { Shelf } from "./shelf";
import { bodyOf, type KeptFile, type KeptStep, type StepDeed } from "./step";

/** What a phone keeps, by member, as the browser's database does. */
function phone() {
  const steps = new Map<string, KeptStep & { owner: string }>();
  const files = new Map<string, KeptFile>();
  const shelfOf = (owner: string): Shelf => ({
    steps: async () =>
      [...steps.values()].filter((step) => step.owner === owner).sort((a, b) => a.seq - b.seq),
    put: async (step) => void steps.set(`${owner} ${step.key}`, { ...step, owner }),
    remove: async (step) => {
      steps.delete(`${owner} ${step.key}`);
      for (const { kept = "" } of step.files) files.delete(`${owner} ${kept}`);
    },
    putFile: async (file) => void files.set(`${owner} ${file.id}`, file),
    file: async (id) => files.get(`${owner} ${id}`),
    alone: (body) => body(),
    tidy: async () => undefined,
  });
  return { shelfOf, files };
}

/** A service that takes a step once by its key, as long as nothing stands against it. */
class Service implements Carrier {
  readonly taken: KeptStep[] = [];
  readonly uploads: string[] = [];
  /** What goes wrong with the next requests, one each; "lost" is an answer that does not arrive. */
  readonly trouble: (ApiError | "lost" | undefined)[] = [];
  refuses: (step: KeptStep) => ApiError | undefined = () => undefined;

  async step(step: KeptStep) {
    const trouble = this.trouble.shift();
    if (trouble && trouble !== "lost") throw trouble;
    if (!this.taken.some(({ key }) => key === step.key)) {
      const refusal = this.refuses(step);
      if (refusal) throw refusal;
      this.taken.push(step);
    }
    if (trouble === "lost") throw networkError();
  }
  async file(_: KeptStep, id: string) {
    const trouble = this.trouble.shift();
    if (trouble && trouble !== "lost") throw trouble;
    this.uploads.push(id);
    if (trouble === "lost") throw networkError();
    return `att_${id}`;
  }
}

const refusal = (status: number, more: { field?: string } = {}) =>
  new ApiError({ status, code: "x", message: `status ${status}`, ...more });

let names = 0;
const step = (deed: StepDeed, ticketId = "tkt_1", more: Partial<KeptStep> = {}) => ({
  key: `key${++names}`,
  deed,
  input: { ticketId, order: 1, at: "2026-11-10T01:00:00.000Z" },
  files: [],
  number: "BX1",
  projectId: "prj_1",
  ...more,
});
const deeds = (steps: readonly KeptStep[]) => steps.map(({ deed, input }) => `${input.ticketId} ${deed}`);

let kept: ReturnType<typeof phone>;
let service: Service;
let shown: number;
const queueOf = (member: string) =>
  new Queue(kept.shelfOf(member), service, async () => {
    shown += 1;
  });
beforeEach(() => {
  kept = phone();
  service = new Service();
  shown = 0;
});

describe("steps that wait", () => {
  test("are sent in the order in which they were made, then the pages are read anew once", async () => {
    const queue = queueOf("a");
    for (const deed of ["accept", "start", "complete"] as const) await queue.add(step(deed));
    expect(queue.state().waiting).toHaveLength(3);
    await queue.send();
    expect(deeds(service.taken)).toEqual(["tkt_1 accept", "tkt_1 start", "tkt_1 complete"]);
    expect(queue.state()).toMatchObject({ waiting: [], settling: [], sending: false, allSent: true });
    expect(shown).toBe(1);
  });

  test("are taken once each and in order, whatever gets lost, and however often the page is closed", async () => {
    const trouble = fc.constantFrom(
      undefined,
      "lost" as const,
      networkError(),
      refusal(503),
      refusal(429),
      refusal(500),
    );
    const made = fc.array(fc.tuple(fc.constantFrom("tkt_1", "tkt_2"), fc.boolean()), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(made, fc.array(trouble, { maxLength: 12 }), async (orders, troubles) => {
        kept = phone();
        service = new Service();
        service.trouble.push(...troubles);
        const first = queueOf("a");
        for (const [ticketId, photo] of orders) {
          const files = photo ? [{ kept: `kept_${names}` }] : [];
          for (const { kept: id } of files)
            await kept.shelfOf("a").putFile({ id, blob: new Blob(["x"]), at: 0 });
          await first.add(step("complete", ticketId, { files }));
        }
        // Each run is a page opened anew: nothing but what the phone keeps goes on.
        for (let run = 0; run <= troubles.length; run++) await queueOf("a").send();
        for (const ticketId of ["tkt_1", "tkt_2"])
          expect(service.taken.filter(({ input }) => input.ticketId === ticketId)).toHaveLength(
            orders.filter(([one]) => one === ticketId).length,
          );
        expect(new Set(service.taken.map(({ key }) => key)).size).toBe(orders.length);
        for (const ticketId of ["tkt_1", "tkt_2"]) {
          const seqs = service.taken.flatMap((one) => (one.input.ticketId === ticketId ? one.seq : []));
          expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
        }
        expect(await kept.shelfOf("a").steps()).toEqual([]);
        expect(kept.files.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("do not go twice when two things start the sending at once", async () => {
    const queue = queueOf("a");
    await queue.add(step("accept"));
    await Promise.all([queue.send(), queue.send()]);
    expect(service.taken).toHaveLength(1);
  });

  test("send their photos first, each once, and name them as the service does", async () => {
    await kept.shelfOf("a").putFile({ id: "kept_1", blob: new Blob(["x"]), at: 0 });
    const queue = queueOf("a");
    await queue.add(step("complete", "tkt_1", { files: [{ sent: "att_0" }, { kept: "kept_1" }] }));
    service.trouble.push(undefined, networkError());
    await queue.send();
    expect([service.uploads, service.taken]).toEqual([["kept_1"], []]);
    await queueOf("a").send();
    expect(service.uploads).toEqual(["kept_1"]);
    expect(service.taken.map(bodyOf)).toMatchObject([{ photos: ["att_0", "att_kept_1"] }]);
  });

  test("wait, all of them, while there is no connection or nobody is signed in", async () => {
    for (const trouble of [networkError(), refusal(401)]) {
      const queue = queueOf(`m${trouble.status}`);
      await queue.add(step("accept"));
      await queue.add(step("accept", "tkt_2"));
      service.trouble.push(trouble);
      await queue.send();
      expect(queue.state().waiting.map(({ refused }) => refused)).toEqual([undefined, undefined]);
    }
    expect(service.taken).toEqual([]);
  });
});

describe("a step that is refused", () => {
  test("stays with its words and the reason, and what stands behind it waits; other orders go on", async () => {
    service.refuses = ({ deed }) => (deed === "start" ? refusal(409) : undefined);
    const queue = queueOf("a");
    await queue.add(step("accept"));
    await queue.add(step("start"));
    await queue.add(step("complete", "tkt_1", { input: { ticketId: "tkt_1", order: 1, note: "换了软管" } }));
    await queue.add(step("accept", "tkt_2"));
    await queue.send();
    await queue.send();
    expect(deeds(service.taken)).toEqual(["tkt_1 accept", "tkt_2 accept"]);
    const { waiting, allSent } = queue.state();
    expect([deeds(waiting), allSent]).toEqual([["tkt_1 start", "tkt_1 complete"], false]);
    expect(waiting[0]?.refused).toMatchObject({ kind: "conflict", message: "status 409" });
    expect(waiting[1]?.input.note).toBe("换了软管");
    expect(goingOf(queue.state())).toEqual([]);
    expect(queue.isBusy("tkt_1#1")).toBe(false);
  });

  test("goes again as a new intention when somebody says so, and those behind it after it", async () => {
    service.refuses = () => refusal(409);
    const queue = queueOf("a");
    await queue.add(step("start"));
    await queue.add(step("complete"));
    await queue.send();
    const [refused] = queue.state().waiting;
    service.refuses = () => undefined;
    if (refused) await queue.retry(refused);
    expect(deeds(service.taken)).toEqual(["tkt_1 start", "tkt_1 complete"]);
    expect(service.taken[0]?.key).not.toBe(refused?.key);
  });

  test("may be given up, and those behind it go", async () => {
    service.refuses = ({ deed }) => (deed === "arrive" ? refusal(409) : undefined);
    const queue = queueOf("a");
    await queue.add(step("arrive"));
    await queue.add(step("start"));
    await queue.send();
    const [refused] = queue.state().waiting;
    if (refused) await queue.drop(refused);
    expect([deeds(service.taken), queue.state().waiting]).toEqual([["tkt_1 start"], []]);
  });

  test("may be given up with all that stands behind it", async () => {
    service.refuses = ({ input }) => (input.ticketId === "tkt_1" ? refusal(409) : undefined);
    const queue = queueOf("a");
    for (const deed of ["accept", "start"] as const) await queue.add(step(deed));
    await queue.add(step("accept", "tkt_2"));
    await queue.send();
    const [refused] = queue.state().waiting;
    if (refused) await queue.drop(refused, true);
    expect([deeds(service.taken), queue.state().waiting]).toEqual([["tkt_2 accept"], []]);
  });

  test("for a photo goes without it", async () => {
    await kept.shelfOf("a").putFile({ id: "kept_1", blob: new Blob(["x"]), at: 0 });
    const queue = queueOf("a");
    await queue.add(step("complete", "tkt_1", { files: [{ kept: "kept_1" }] }));
    service.trouble.push(refusal(413));
    await queue.send();
    const [refused] = queue.state().waiting;
    expect(refused?.refused).toMatchObject({ kind: "tooLarge", file: "kept_1" });
    if (refused) await queue.retry(refused);
    expect(service.taken.map(bodyOf)).toMatchObject([{ photos: [] }]);
  });

  test("only because the ticket was changed otherwise goes again by itself, without what was seen then", async () => {
    service.refuses = ({ input }) => (input.rev ? refusal(409, { field: "rev" }) : undefined);
    const queue = queueOf("a");
    await queue.add(step("accept", "tkt_1", { input: { ticketId: "tkt_1", order: 1, rev: 3 } }));
    await queue.add(step("start"));
    await queue.send();
    expect(deeds(service.taken)).toEqual(["tkt_1 accept", "tkt_1 start"]);
  });
});

test("another member on this phone neither sees nor sends what waits, nor its photos", async () => {
  await kept.shelfOf("a").putFile({ id: "kept_1", blob: new Blob(["x"]), at: 0 });
  await queueOf("a").add(step("accept"));
  const other = queueOf("b");
  await other.load();
  await other.send();
  expect([other.state().waiting, service.taken]).toEqual([[], []]);
  expect(await kept.shelfOf("b").file("kept_1")).toBeUndefined();
  await queueOf("a").send();
  expect(service.taken).toHaveLength(1);
});
