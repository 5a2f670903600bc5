import { expect, test } from "vitest";
import { safeReturn } from "./returnTo";

test.each([
  ["/", "/"],
  ["/tickets?kind=repair#a", "/tickets?kind=repair#a"],
  ["/invitation?token=abc", "/invitation?token=abc"],
  ["/sign-inside", "/sign-inside"],
])("goes back to %s", (next, expected) => {
  expect(safeReturn(next)).toBe(expected);
});

test.each([
  undefined,
  42,
  "",
  "tickets",
  "https://evil.example/",
  "//evil.example/",
  "/\\evil.example/",
  "/\t/evil.example",
  "/.//evil.example",
  "/%2e//evil.example",
  "javascript:alert(1)",
  "/sign-in",
  "/sign-in?next=/x",
  "/choose-firm",
  "/api/auth/sign-out",
])("does not go to %o", (next) => {
  expect(safeReturn(next)).toBe("/");
});
