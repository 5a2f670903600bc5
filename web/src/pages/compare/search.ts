import type { RawSearch } from "../../route/search";
import { periodOf } from "./period";

/** Which figures stand side by side. */
export const views = ["overview", "satisfaction", "collection", "service"] as const;
export type View = (typeof views)[number];

/** What the address of the comparison says: its period and view; undefined for the present and the overview. */
export const compareSearch = ({ period, view }: RawSearch): { period?: string; view?: View } => ({
  period: periodOf(period),
  view: views.find((one) => one === view),
});
