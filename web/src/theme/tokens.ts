/** What a firm may give the product of its own; everything else follows from it. */
export interface Brand {
  /** The colour of actions and of where one is, as "#rrggbb"; dark enough for white text on it. */
  primary: string;
}

export const defaultBrand: Brand = { primary: "#1b6b60" };

/** The product's own palette. Text colours keep 4.5:1 on `surface` and on `ground`. */
export const palette = {
  ink: "#1b2928",
  inkSoft: "#4d5e5c",
  inkFaint: "#647371",
  surface: "#ffffff",
  ground: "#f3f6f5",
  raised: "#f8faf9",
  line: "#dfe6e4",
  lineStrong: "#c3cfcc",
  accent: "#a9551a",
  good: "#2a7a4b",
  warn: "#9a5b00",
  bad: "#b3372f",
  info: "#2a6191",
} as const;

export const fontFamily = [
  "-apple-system",
  "BlinkMacSystemFont",
  "Segoe UI",
  "Roboto",
  "Helvetica Neue",
  "PingFang SC",
  "Hiragino Sans GB",
  "Microsoft YaHei UI",
  "Microsoft YaHei",
  "Noto Sans CJK SC",
  "Noto Sans SC",
  "Source Han Sans SC",
  "WenQuanYi Micro Hei",
  "sans-serif",
]
  .map((name) => (name.includes(" ") ? `"${name}"` : name))
  .join(", ");

/** Series colours of charts: told apart in greyscale and by people who confuse red and green. */
export const chartColours = ["#1b6b60", "#c77b30", "#3f6fa3", "#8a9a2f", "#8c4f7d", "#5f7a86"] as const;
