import { expect, test } from "vitest";
import { beginningOf } from "./beginning";

test.each([
  ["3", "3-"],
  ["3栋", "3-"],
  ["3号楼", "3-"],
  ["3-1", "3-1-"],
  ["3栋1单元", "3-1-"],
  ["3 1 50", "3-1-50"],
  ["3-1-502", "3-1-502"],
  ["３－１", "3-1-"],
  ["东区3栋", "东区3-"],
  ["A座", "A-"],
  ["  ", ""],
  ["-", ""],
])("%s narrows to %s", (typed, begins) => expect(beginningOf(typed)).toBe(begins));
