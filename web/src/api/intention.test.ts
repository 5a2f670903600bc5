import { describe, expect, test } from "vitest";
import { ApiError, networkError, timeoutError } from "./error";
import { Intention } from "./intention";

const refused = (status: number) => new ApiError({ status, code: "x", message: "" });

describe("Intention", () => {
  test("keeps its key for the same input until it is settled", () => {
    const intention = new Intention();
    const key = intention.keyFor({ words: "tap drips" });
    expect(intention.keyFor({ words: "tap drips" })).toBe(key);
    intention.settle();
    expect(intention.keyFor({ words: "tap drips" })).not.toBe(key);
  });

  test("another input is another intention", () => {
    const intention = new Intention();
    expect(intention.keyFor({ words: "a" })).not.toBe(intention.keyFor({ words: "b" }));
  });

  test.each([
    ["a lost connection", networkError()],
    ["a time limit", timeoutError()],
    ["a server's fault", refused(500)],
    ["a service that recovers", refused(503)],
    ["a conflict, perhaps with its own first sending", refused(409)],
    ["too many tries", refused(429)],
    ["a fault of ours", new Error("bug")],
  ])("keeps its key over %s", (_, error) => {
    const intention = new Intention();
    const key = intention.keyFor({ a: 1 });
    intention.settle(error);
    expect(intention.keyFor({ a: 1 })).toBe(key);
  });

  test.each([400, 403, 404, 413])("gives its key up when refused with %i", (status) => {
    const intention = new Intention();
    const key = intention.keyFor({ a: 1 });
    intention.settle(refused(status));
    expect(intention.keyFor({ a: 1 })).not.toBe(key);
  });
});
