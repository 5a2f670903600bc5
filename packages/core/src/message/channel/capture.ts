import type { FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { nowMs } from "../../clock";
import { type Channel, ChannelUnreachable, type Lookup, type Outgoing, type Receipt } from "./channel";
import { property, words } from "./failure";
import { append, bytesAt, linesFrom, openLog } from "./log";

/** A message as it was kept; `at` is the instant it was taken. */
export type Captured = Outgoing & { at: string };
export type CapturedPage = { messages: Captured[]; cursor?: string };

type Place = { start: number; length: number };
type Waiting = { line: string; resolve: () => void; reject: (error: unknown) => void };

const idOf = (line: string): string | undefined => {
  try {
    const id = property(JSON.parse(line), "id");
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined; // what a killed writer left
  }
};

/**
 * The channel of the one-machine run: messages go to `messages.jsonl` in a directory instead of out. A
 * message is "sent" once it is on disk; one id is kept once; what another process appends is seen.
 */
export class Capture implements Channel {
  readonly name = "capture";
  #path: string;
  #file: Promise<FileHandle> | undefined;
  #places = new Map<string, Place>();
  #order: string[] = [];
  #read = 0;
  #reading: Promise<unknown> = Promise.resolve();
  #waiting: Waiting[] = [];
  #writing = false;
  #keeping = new Map<string, Promise<void>>();

  constructor(directory: string) {
    this.#path = join(directory, "messages.jsonl");
  }

  /** @throws ChannelUnreachable when the file cannot be opened */
  async send(message: Outgoing): Promise<Receipt> {
    const kept = this.#keeping.get(message.id) ?? this.#keep(message);
    this.#keeping.set(message.id, kept);
    try {
      await kept;
    } finally {
      this.#keeping.delete(message.id);
    }
    return { status: "sent", reference: message.id };
  }

  async lookup(id: string): Promise<Lookup> {
    await this.#refresh();
    return this.#places.has(id) ? "sent" : "absent";
  }

  /** Newest first, `limit` at a time; `cursor` is what the page before gave. */
  async list({ limit = 50, cursor }: { limit?: number; cursor?: string } = {}): Promise<CapturedPage> {
    await this.#refresh();
    const asked = cursor === undefined ? this.#order.length : Number(cursor);
    const end = Number.isSafeInteger(asked) ? Math.max(0, Math.min(asked, this.#order.length)) : 0;
    const start = Math.max(0, end - limit);
    const messages = await Promise.all(
      this.#order
        .slice(start, end)
        .reverse()
        .map((id) => this.#load(id)),
    );
    return { messages, ...(start > 0 && { cursor: String(start) }) };
  }

  async close(): Promise<void> {
    await (await this.#file)?.close();
    this.#file = undefined;
  }

  #open(): Promise<FileHandle> {
    this.#file ??= openLog(this.#path).catch((error: unknown) => {
      this.#file = undefined;
      throw new ChannelUnreachable(`capture: ${words(error)}`, { cause: error });
    });
    return this.#file;
  }

  async #keep(message: Outgoing): Promise<void> {
    if ((await this.lookup(message.id)) === "sent") return;
    const captured: Captured = { ...message, at: new Date(nowMs()).toISOString() };
    await new Promise<void>((resolve, reject) => {
      this.#waiting.push({ line: JSON.stringify(captured), resolve, reject });
      if (!this.#writing) void this.#write();
    });
  }

  /** Writes what waits, and what came to wait meanwhile with one flush for all of it. */
  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0);
      try {
        await append(
          await this.#open(),
          batch.map(({ line }) => line),
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = false;
  }

  /** Takes in the lines that came since the last time, one reader at a time. */
  #refresh(): Promise<unknown> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#takeIn());
    return this.#reading;
  }

  async #takeIn(): Promise<void> {
    const file = await this.#open();
    for (;;) {
      const { lines, next } = await linesFrom(file, this.#read);
      for (const { text, start } of lines) {
        const id = idOf(text);
        if (id === undefined || this.#places.has(id)) continue;
        this.#places.set(id, { start, length: Buffer.byteLength(text) });
        this.#order.push(id);
      }
      if (next === this.#read) return;
      this.#read = next;
    }
  }

  async #load(id: string): Promise<Captured> {
    const place = this.#places.get(id);
    if (!place) throw new RangeError(`no captured message ${id}`);
    const bytes = await bytesAt(await this.#open(), place.start, place.length);
    return JSON.parse(bytes.toString("utf8"));
  }
}
