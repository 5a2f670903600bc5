import type { ThemeConfig } from "antd";
import { type Brand, fontFamily, palette } from "./tokens";

/** `colour` ("#rrggbb") laid over white with an opacity of 0–1, as "#rrggbb". */
export function tint(colour: string, opacity: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const mixed = channels.map((channel) => Math.round(255 + (channel - 255) * opacity));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

type Feeling = "Info" | "Success" | "Warning" | "Error";

// The library's own derivation turns muted colours into greys.
const softOf = (feeling: Feeling, colour: string): ThemeConfig["token"] => ({
  [`color${feeling}Bg`]: tint(colour, 0.07),
  [`color${feeling}BgHover`]: tint(colour, 0.12),
  [`color${feeling}Border`]: tint(colour, 0.35),
});

/** Everything that differs between a desk and a phone held in one hand. */
const density = {
  // 16 px keeps phones from zooming into inputs; 44 px is what a thumb hits.
  touch: { fontSize: 16, controlHeight: 44, controlHeightSM: 36, controlHeightLG: 48 },
  desk: { fontSize: 14, controlHeight: 36, controlHeightSM: 28, controlHeightLG: 42 },
} as const;

interface Surroundings {
  /** A phone's screen: larger type and targets. */
  narrow: boolean;
  /** Less motion was asked for. */
  still: boolean;
}

/** The component library's theme for a firm's brand and the screen it is shown on. */
export function themeOf(brand: Brand, { narrow, still }: Surroundings): ThemeConfig {
  return {
    hashed: false,
    token: {
      ...density[narrow ? "touch" : "desk"],
      fontFamily,
      colorPrimary: brand.primary,
      colorLink: brand.primary,
      colorPrimaryBg: tint(brand.primary, 0.08),
      colorPrimaryBgHover: tint(brand.primary, 0.14),
      colorPrimaryBorder: tint(brand.primary, 0.4),
      colorPrimaryHover: tint(brand.primary, 0.86),
      controlItemBgActive: tint(brand.primary, 0.1),
      controlItemBgActiveHover: tint(brand.primary, 0.14),
      controlOutline: tint(brand.primary, 0.16),
      colorInfo: palette.info,
      colorSuccess: palette.good,
      colorWarning: palette.warn,
      colorError: palette.bad,
      ...softOf("Info", palette.info),
      ...softOf("Success", palette.good),
      ...softOf("Warning", palette.warn),
      ...softOf("Error", palette.bad),
      colorTextBase: palette.ink,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextDescription: palette.inkSoft,
      colorTextPlaceholder: palette.inkFaint,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.surface,
      colorBorder: palette.lineStrong,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      borderRadius: 8,
      borderRadiusLG: 12,
      borderRadiusSM: 6,
      lineHeight: 1.6,
      motion: !still,
      motionDurationMid: "0.15s",
      motionDurationSlow: "0.2s",
      boxShadowTertiary: "0 1px 2px rgb(27 41 40 / 6%)",
    },
    components: components(narrow),
  };
}

const components = (narrow: boolean): ThemeConfig["components"] => ({
  Button: { fontWeight: 500, primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
  Card: { headerFontSize: 16, bodyPadding: narrow ? 16 : 24 },
  Form: { labelColor: palette.inkSoft, itemMarginBottom: narrow ? 24 : 20, verticalLabelPadding: "0 0 6px" },
  Menu: {
    itemHeight: narrow ? 48 : 40,
    itemBorderRadius: 8,
    itemMarginInline: 8,
    itemColor: palette.inkSoft,
    itemHoverColor: palette.ink,
    activeBarBorderWidth: 0,
    itemBg: "transparent",
    subMenuItemBg: "transparent",
  },
  Table: {
    headerBg: palette.raised,
    headerColor: palette.inkSoft,
    headerSplitColor: "transparent",
    rowHoverBg: palette.raised,
    cellPaddingBlockSM: 9,
    cellPaddingInlineSM: 12,
    cellFontSizeSM: 14,
  },
  Tag: { defaultBg: palette.raised },
  Modal: { titleFontSize: 17 },
});
