import type { OutputOf } from "../../api/contract";

export type Price = OutputOf<"GET /prices">["items"][number];
export type PartOf = Price["part"];
export type Unit = Price["unit"];

export const parts = ["labour", "material"] as const satisfies readonly PartOf[];
export const units = [
  ...(["time", "hour", "day", "piece", "set", "machine", "point"] as const),
  ...(["metre", "squareMetre", "sheet", "roll", "tube", "kilogram", "litre"] as const),
] as const satisfies readonly Unit[];

/** What is read anew after a price was changed. */
export const changedPrices = ["GET /prices"] as const;
