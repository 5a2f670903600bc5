import { expect, test } from "vitest";
import { formatSpan } from "./span";

const minute = 60_000;
test.each([
  [0, "1 minute"],
  [59.9 * minute, "59 minutes"],
  [60 * minute, "1 hour"],
  [(24 * 60 + 4 * 60 + 59) * minute, "1 day 4 hours"],
  [(48 * 60 + 7) * minute, "2 days"],
])("%d ms is %s", (ms, words) => expect(formatSpan(ms, "en")).toBe(words));

test("in Chinese", () => expect(formatSpan(90 * minute, "zh-CN")).toBe("1小时 30分钟"));
