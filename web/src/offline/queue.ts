import { ApiError } from "../api/error";
import { newIdempotencyKey } from "../api/intention";
import type { Shelf } from "./shelf";
import { type KeptStep, lineOf } from "./step";

/** How what waits is sent: each rejects with ApiError. A file is known by its name on this device. */
export interface Carrier {
  step(step: KeptStep): Promise<unknown>;
  file(step: KeptStep, id: string, blob: Blob): Promise<string>;
}

export interface QueueState {
  /** Not sent yet, in the order in which they were made. */
  waiting: readonly KeptStep[];
  /** Sent, while the pages do not show it yet. */
  settling: readonly KeptStep[];
  sending: boolean;
  /** Something was sent since the page was opened, and nothing waits. */
  allSent: boolean;
}

const empty: QueueState = { waiting: [], settling: [], sending: false, allSent: false };

/** What becomes of a step that was sent: "later" when it may do well the next time, "halt" when nothing will now. */
type Outcome = "sent" | "again" | "refused" | "later" | "halt";

/**
 * The steps of a member that wait on this device. They are sent in the order in which they were made, those of one work
 * order one behind the other, each until it was answered. One that is refused stays, and so do those behind it.
 */
export class Queue {
  #state = empty;
  #listeners = new Set<() => void>();
  #run: Promise<void> | undefined;

  constructor(
    private readonly shelf: Shelf,
    private readonly carrier: Carrier,
    /** Called after something was sent; resolves when the pages show it. */
    private readonly shown: () => Promise<unknown>,
  ) {}

  readonly state = (): QueueState => this.#state;
  readonly subscribe = (changed: () => void) => {
    this.#listeners.add(changed);
    return () => void this.#listeners.delete(changed);
  };

  /** Reads anew what waits: this page's, and what another one of this browser put there. */
  async load(): Promise<void> {
    this.#set({ waiting: await this.shelf.steps() });
  }

  async add(step: Omit<KeptStep, "seq">): Promise<void> {
    const last = this.#state.waiting.at(-1)?.seq ?? 0;
    await this.shelf.put({ ...step, seq: Math.max(Date.now(), last + 1) });
    await this.load();
  }

  /** Whether a step of this work order has to wait for others that are still to go. */
  readonly isBusy = (line: string) => goingOf(this.#state).some((step) => lineOf(step) === line);

  /** Sends one that was refused again, as a new intention; without a file that is not taken. */
  async retry(step: KeptStep): Promise<void> {
    const { refused, ...again } = step;
    const files = step.files.filter(({ kept }) => !refused?.file || kept !== refused.file);
    await this.#replace(step, { ...again, files });
    await this.send();
  }

  /** Gives up one that was refused, so that what stands behind it may go; or that too. */
  async drop(step: KeptStep, behind = false): Promise<void> {
    const line = this.#state.waiting.filter((one) => lineOf(one) === lineOf(step));
    for (const one of behind ? line : [step]) await this.shelf.remove(one);
    await this.load();
    await this.send();
  }

  /** Somebody has seen that all is sent. */
  readonly acknowledge = () => this.#set({ allSent: false });

  /** Sends all that can be sent; one run at a time. */
  send(): Promise<void> {
    this.#run ??= this.shelf
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#run = undefined;
      });
    return this.#run;
  }

  async #sendAll(): Promise<void> {
    const held = new Set<string>();
    let changed = false;
    await this.load();
    for (let step = this.#next(held); step; step = this.#next(held)) {
      this.#set({ sending: true, allSent: false });
      const outcome = await this.#sendOne(step);
      if (outcome === "sent") this.#set({ settling: [...this.#state.settling, step] });
      if (outcome === "refused" || outcome === "later") held.add(lineOf(step));
      changed ||= outcome === "sent" || outcome === "refused";
      await this.load();
      if (outcome === "halt") break;
    }
    const { settling, waiting } = this.#state;
    if (changed) await this.shown().catch(() => undefined);
    this.#set({ sending: false, settling: [], allSent: settling.length > 0 && waiting.length === 0 });
  }

  /** The first of those that stand at the head of their line and may go. */
  #next(held: ReadonlySet<string>): KeptStep | undefined {
    const seen = new Set(held);
    for (const step of this.#state.waiting) {
      const line = lineOf(step);
      if (!seen.has(line) && !step.refused) return step;
      seen.add(line);
    }
  }

  async #sendOne(step: KeptStep): Promise<Outcome> {
    const ready = await this.#sendFiles(step);
    if (typeof ready === "string") return ready;
    try {
      await this.carrier.step(ready);
      await this.shelf.remove(ready);
      return "sent";
    } catch (error) {
      return this.#failed(ready, error);
    }
  }

  /** The step with all its files sent, each noted at once; or why that did not go. */
  async #sendFiles(step: KeptStep): Promise<KeptStep | Outcome> {
    let ready = step;
    for (const { kept, sent } of step.files) {
      if (!kept || sent) continue;
      const file = await this.shelf.file(kept);
      try {
        const id = file && (await this.carrier.file(step, kept, file.blob));
        // The browser lost it: what was said must not wait for it.
        const files = ready.files.flatMap((one) =>
          one.kept !== kept ? one : id ? { ...one, sent: id } : [],
        );
        ready = { ...ready, files };
        await this.shelf.put(ready);
      } catch (error) {
        return this.#failed(ready, error, kept);
      }
    }
    return ready;
  }

  async #failed(step: KeptStep, error: unknown, file?: string): Promise<Outcome> {
    if (!(error instanceof ApiError)) throw error;
    if (error.kind === "unauthenticated" || isUnreached(error)) return "halt";
    if (error.kind === "tooMany" || error.kind === "unexpected") return "later";
    if (error.kind === "conflict" && error.field === "rev" && !file) {
      // It was made on what was seen then; whether it still fits is for the order's state to say.
      await this.#replace(step, step);
      return "again";
    }
    const refused = { message: error.message, kind: error.kind, ...(file && { file }) };
    await this.shelf.put({ ...step, refused });
    return "refused";
  }

  /** A new intention in the place of an old one that was not taken. */
  async #replace(old: KeptStep, { input: { rev: _, ...input }, ...step }: KeptStep): Promise<void> {
    await this.shelf.put({ ...step, input, key: newIdempotencyKey() });
    await this.shelf.remove({ ...old, files: [] });
    await this.load();
  }

  #set(change: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** Steps that are on their way: all but those that were refused, and what stands behind one. */
export function goingOf({ settling, waiting }: QueueState): KeptStep[] {
  const held = new Set(waiting.filter(({ refused }) => refused).map(lineOf));
  return [...settling, ...waiting.filter((step) => !held.has(lineOf(step)))];
}

/** Whether no answer came, so that it is not known whether the request arrived. */
export const isUnreached = (error: unknown) =>
  error instanceof ApiError && ["network", "timeout", "unavailable"].includes(error.kind);
