import { describe, expect, it } from "vitest";
import { keepDraft, readDraft } from "./draft";

const shelf = () => {
  const kept = new Map<string, string>();
  const one = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
  return () => one;
};
const day = 24 * 3_600_000;

describe("a draft", () => {
  it("is found again by its name for a day, until it was sent", () => {
    const one = shelf();
    keepDraft(one, "a", { note: "配件在前台" }, 0);
    expect(readDraft(one, "a", day - 1)).toEqual({ note: "配件在前台" });
    expect(readDraft(one, "b", 1)).toBeUndefined();
    expect(readDraft(one, "a", day)).toBeUndefined();
    keepDraft(one, "a", undefined);
    expect(readDraft(one, "a", 1)).toBeUndefined();
  });

  it("is none where it is broken or nothing can be kept, and nothing else breaks by it", () => {
    const broken = shelf();
    broken().setItem("a", "{");
    expect(readDraft(broken, "a")).toBeUndefined();
    const closed = () => {
      throw new Error("denied");
    };
    expect(readDraft(closed, "a")).toBeUndefined();
    keepDraft(closed, "a", {});
  });
});
