import { expect, test } from "vitest";
import { greetingAt } from "./greeting";

test.each([
  [4, "evening"],
  [5, "morning"],
  [10, "morning"],
  [11, "noon"],
  [14, "afternoon"],
  [17, "afternoon"],
  [18, "evening"],
  [23, "evening"],
])("at %i it is %s", (hour, expected) => {
  expect(greetingAt(hour)).toBe(expected);
});
