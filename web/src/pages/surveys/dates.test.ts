import { expect, test } from "vitest";
import { daysAfter } from "./dates";

test.each([
  ["2026-11-21", 20, "2026-12-11"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
])("%s and %s days is %s", (date, days, later) => expect(daysAfter(date, days)).toBe(later));
