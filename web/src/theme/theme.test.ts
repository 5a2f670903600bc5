import { describe, expect, test } from "vitest";
import { themeOf, tint } from "./theme";
import { defaultBrand, palette } from "./tokens";

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe("colours", () => {
  const texts = ["ink", "inkSoft", "inkFaint", "accent", "good", "warn", "bad", "info"] as const;

  test.each(texts)("%s can be read on every background", (name) => {
    for (const ground of [palette.surface, palette.ground, palette.raised]) {
      expect(contrast(palette[name], ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  test("the brand carries white text and can be read on its own tint", () => {
    expect(contrast(defaultBrand.primary, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(defaultBrand.primary, tint(defaultBrand.primary, 0.1))).toBeGreaterThanOrEqual(4.5);
  });
});

test("tint lays a colour over white", () => {
  expect(tint("#000000", 0)).toBe("#ffffff");
  expect(tint("#1b6b60", 1)).toBe("#1b6b60");
  expect(tint("#000000", 0.5)).toBe("#808080");
});

test("a thumb's screen has targets of 44 px and type that phones do not zoom into", () => {
  const { token } = themeOf(defaultBrand, { narrow: true, still: false });
  expect(token?.controlHeight).toBeGreaterThanOrEqual(44);
  expect(token?.fontSize).toBeGreaterThanOrEqual(16);
});

test("a firm's brand and a wish for stillness are followed", () => {
  const { token } = themeOf({ primary: "#224488" }, { narrow: false, still: true });
  expect(token).toMatchObject({ colorPrimary: "#224488", colorLink: "#224488", motion: false });
});
