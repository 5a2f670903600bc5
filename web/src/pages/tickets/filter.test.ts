import { states } from "@frontdesk/core/ticket/states";
import { expect, test } from "vitest";
import { filterOf, filters } from "./filter";

test("every state can be asked for", () => {
  expect(filters).toEqual(["open", "mine", "all", ...states]);
});

test("an address that asks for nothing known shows what is open", () => {
  expect(filterOf(undefined, true)).toBe("open");
  expect(filterOf("lost", true)).toBe("open");
  expect(filterOf("closed", false)).toBe("closed");
});

test("who does no work has no work of their own", () => {
  expect(filterOf("mine", true)).toBe("mine");
  expect(filterOf("mine", false)).toBe("open");
});
