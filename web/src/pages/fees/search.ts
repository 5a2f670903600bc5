import type { RawSearch } from "../../route/search";

/** The parts of the fees page, in order. */
export const feeTabs = ["owing", "bills", "payments", "runs", "standards", "settings"] as const;
export type FeeTab = (typeof feeTabs)[number];

export const billStatuses = ["open", "settled", "cancelled"] as const;
type BillStatus = (typeof billStatuses)[number];

export interface FeesSearch {
  tab?: FeeTab;
  period?: string;
  status?: BillStatus;
  sort?: "age";
  of?: "developer";
}

/** Reads what the fees page's address says. */
export const feesSearch = (raw: RawSearch): FeesSearch => ({
  tab: feeTabs.find((one) => one === raw.tab),
  period: raw.period && /^20\d\d-(0[1-9]|1[0-2])$/.test(raw.period) ? raw.period : undefined,
  status: billStatuses.find((one) => one === raw.status),
  sort: raw.sort === "age" ? "age" : undefined,
  of: raw.of === "developer" ? "developer" : undefined,
});

/** Reads which house, and whose debts of it, a page is about. */
export const houseOfSearch = (raw: RawSearch): { house?: string; of?: "developer" } => ({
  house: raw.house,
  of: raw.of === "developer" ? "developer" : undefined,
});
