import { ApiError } from "./error";

/** 128 random bits in hex. Works without a secure context too, as on a firm's own network over http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * What a person set out to do, and the key under which the server knows it. Sending the same input again
 * after a lost answer carries the same key, so it happens once; another input, or the same one after an
 * answer, is a new intention.
 */
export class Intention {
  #key = "";
  #input = "";

  /** The key for sending `input` now. */
  keyFor(input: unknown): string {
    const text = JSON.stringify(input) ?? "";
    if (this.#key === "" || text !== this.#input) {
      this.#key = newIdempotencyKey();
      this.#input = text;
    }
    return this.#key;
  }

  /** Call with the outcome of each sending: undefined for success, else what it rejected with. */
  settle(error?: unknown): void {
    if (error === undefined || isRefusal(error)) this.#key = "";
  }
}

// A conflict may mean that the first sending is still being worked on, so its key must live on.
const isRefusal = (error: unknown) =>
  error instanceof ApiError &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 409 &&
  error.status !== 429;
