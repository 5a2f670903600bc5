import { expect, test } from "vitest";
import { formatBytes, formatFen, formatFigure } from "./format";

test.each([
  [0, "¥0.00"],
  [5, "¥0.05"],
  [100, "¥1.00"],
  [123456, "¥1,234.56"],
  [-123456789, "-¥1,234,567.89"],
  [Number.MAX_SAFE_INTEGER, "¥90,071,992,547,409.91"],
])("%i fen are %s", (fen, expected) => {
  expect(formatFen(fen)).toBe(expected);
});

test.each([
  [0.8666, "rate", "86.7%"],
  [1, "rate", "100.0%"],
  [0, "rate", "0.0%"],
  [0.9999, "rate", "99.9%"],
  [0.0001, "rate", "0.1%"],
  [1.2, "rate", "120.0%"],
  [84.25, "score", "84.3"],
  [12345, "count", "12,345"],
  [123456, "fen", "¥1,234.56"],
] as const)("%d as %s is %s", (value, kind, expected) => {
  expect(formatFigure(value, kind, "zh-CN")).toBe(expected);
  expect(formatFigure(value, kind, "en")).toBe(expected);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "1.5 KB"],
  [10 * 1024 * 1024, "10 MB"],
])("%i bytes are %s", (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});
