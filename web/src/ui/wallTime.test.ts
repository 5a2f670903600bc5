import { expect, test } from "vitest";
import { instantOf, wallTimeOf } from "./wallTime";

test("goes from the wall clock of a zone to the instant and back", () => {
  expect(instantOf("2026-11-21T14:05", "Asia/Shanghai")).toBe("2026-11-21T06:05:00.000Z");
  expect(wallTimeOf("2026-11-21T06:05:00.000Z", "Asia/Shanghai")).toBe("2026-11-21T14:05");
});

test("keeps to the clocks on both sides of their change", () => {
  expect(instantOf("2026-03-29T01:30", "Europe/Berlin")).toBe("2026-03-29T00:30:00.000Z");
  expect(instantOf("2026-03-29T03:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00.000Z");
});

test("is nothing for what is no time", () => expect(instantOf("", "Asia/Shanghai")).toBeUndefined());
