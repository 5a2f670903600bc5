import { expect, test } from "vitest";
import { formatArea } from "./area";

test("areas keep both decimals and group their thousands", () => {
  expect(formatArea(1_234_567, "en")).toBe("12,345.67 m²");
  expect(formatArea(8_950, "zh-CN")).toBe("89.50 m²");
});
