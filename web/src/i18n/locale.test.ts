import { expect, test } from "vitest";
import { preferredLocale } from "./locale";

test.each([
  [["zh-TW", "en"], "zh-CN"],
  [["en-US", "zh-CN"], "en"],
  [["fr-FR", "EN-gb"], "en"],
  [["fr-FR"], "zh-CN"],
  [[], "zh-CN"],
])("of %j one speaks %s", (languages, expected) => {
  expect(preferredLocale(languages)).toBe(expected);
});
