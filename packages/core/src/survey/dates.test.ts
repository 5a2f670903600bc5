import { describe, expect, it } from "vitest";
import { endOfDate, startOfDate } from "../clock";
import { ownerStage, reminderTimes } from "./dates";

const zone = "Asia/Shanghai";
const times = (opensOn: string, closesOn: string, at = startOfDate(opensOn, zone)) =>
  reminderTimes({ opensAt: at, closesAt: endOfDate(closesOn, zone), closesOn }, zone);

describe("the reminders of a campaign", () => {
  it("leave at ten in the morning 7 and 3 days before the last day", () => {
    expect(times("2026-11-01", "2026-11-30")).toEqual([
      "2026-11-23T02:00:00.000Z",
      "2026-11-27T02:00:00.000Z",
    ]);
    expect(times("2026-11-01", "2026-11-14")).toEqual([
      "2026-11-07T02:00:00.000Z",
      "2026-11-11T02:00:00.000Z",
    ]);
  });
  it("leave after a third and two thirds of a short one", () => {
    expect(times("2026-11-01", "2026-11-03")).toEqual([
      "2026-11-01T16:00:00.000Z",
      "2026-11-02T16:00:00.000Z",
    ]);
    const [first, second] = times("2026-11-01", "2026-11-01", "2026-11-01T10:00:00.000Z");
    expect([first, second]).toEqual(["2026-11-01T12:00:00.000Z", "2026-11-01T14:00:00.000Z"]);
  });
});

describe("the stage of ownership", () => {
  it.each([
    [undefined, "unknown"],
    ["2026-12-01", "upTo1"],
    ["2026-11-21", "upTo1"],
    ["2025-11-21", "upTo1"],
    ["2025-11-20", "1to3"],
    ["2023-11-21", "1to3"],
    ["2023-11-20", "over3"],
    ["2001-01-01", "over3"],
  ])("handed over %s is %s", (handover, stage) => {
    expect(ownerStage(handover, "2026-11-21")).toBe(stage);
  });
  it("counts a 29 February as a year old on the 28th", () => {
    expect(ownerStage("2024-02-29", "2025-02-28")).toBe("upTo1");
    expect(ownerStage("2024-02-29", "2025-03-01")).toBe("1to3");
  });
});
