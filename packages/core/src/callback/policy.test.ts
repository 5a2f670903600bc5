import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, wallClock } from "../clock";
import { newId } from "../id";
import { nextTry } from "./hours";
import { allShares, type CallbackShares, sampledKinds, wantsCallback } from "./policy";

const zone = "Asia/Shanghai";
const work = (more: Partial<Parameters<typeof wantsCallback>[0]> = {}) => ({
  ticketId: newId("ticket"),
  kind: "repair" as const,
  houseId: newId("house"),
  reporter: { name: "王芳", locale: "zh-CN" as const },
  completion: 1,
  paid: false,
  ...more,
});
const shares = (percent: number): CallbackShares => ({
  ...{ repair: percent, suggestion: percent, inquiry: percent, emergency: percent },
});

describe("whether a completion is called back", () => {
  it("is drawn so that the share holds, in each kind by itself", () => {
    const many = 4_000;
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 100 }), fc.constantFrom(...sampledKinds), (percent, kind) => {
        const own = { ...allShares, [kind]: percent };
        const wanted = Array.from({ length: many }, () => wantsCallback(work({ kind }), own));
        const found = wanted.filter(Boolean).length / many;
        // Five standard deviations: out of hand once in a million.
        const most = 5 * Math.sqrt(((percent / 100) * (1 - percent / 100)) / many);
        expect(Math.abs(found - percent / 100)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });

  it("is the same whenever it is asked, and no completion is left out by asking for more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 10, max: 100 }),
        fc.integer({ min: 1, max: 20 }),
        (a, b, completion) => {
          const one = work({ completion });
          const [few, many] = [Math.min(a, b), Math.max(a, b)].map((percent) =>
            wantsCallback({ ...one }, shares(percent)),
          );
          expect(wantsCallback({ ...one }, shares(Math.min(a, b)))).toBe(few);
          if (few) expect(many).toBe(true);
        },
      ),
    );
  });

  it("is certain for complaints and paid work, whatever the shares", () => {
    for (let i = 0; i < 200; i++) {
      expect(wantsCallback(work({ kind: "complaint" }), shares(10))).toBe(true);
      expect(wantsCallback(work({ paid: true }), shares(10))).toBe(true);
      expect(wantsCallback(work({ kind: "praise", paid: true }), shares(100))).toBe(false);
      expect(wantsCallback(work({ houseId: undefined }), shares(100))).toBe(false);
    }
  });
});

describe("the next try", () => {
  it("lies ahead, at a decent hour, within a day and a half, at another time of day than the last", () => {
    const minute = fc.integer({ min: 0, max: 365 * 1_440 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 40 }), (minutes, tries) => {
        const now = new Date(Date.parse("2026-01-01T00:00:00.000Z") + minutes * 60_000).toISOString();
        const next = nextTry(now, zone, tries);
        const hour = Number(wallClock(next, zone).slice(11, 13));
        expect(next > now).toBe(true);
        expect(hour).toBeGreaterThanOrEqual(9);
        expect(hour).toBeLessThan(20);
        expect(Date.parse(next) - Date.parse(now)).toBeLessThanOrEqual(43 * 3_600_000);
      }),
    );
  });

  it.each([
    ["2026-11-21T10:00", 1, "2026-11-21T13:00"],
    ["2026-11-21T18:00", 1, "2026-11-22T10:00"],
    ["2026-11-21T13:00", 2, "2026-11-22T19:00"],
    ["2026-11-22T19:00", 3, "2026-11-23T10:00"],
    ["2026-11-21T23:30", 1, "2026-11-22T10:00"],
  ])("after %s, try %i: %s", (at, tries, next) => {
    const at_ = instantOf(`${at}:00.000`, zone);
    expect(wallClock(nextTry(at_, zone, tries), zone).slice(0, 16)).toBe(next);
  });
});
