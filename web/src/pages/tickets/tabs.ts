import type { Permission } from "@frontdesk/core/member/role";
import { type TicketSearch, without } from "../ticket-filters/search";

/** The lists of work, in the order of their tabs, and which permissions make one somebody's. */
const tabs = {
  mine: ["ticket.work"],
  open: [],
  overdue: ["ticket.dispatch", "audit.read"],
  call: ["callback.make"],
  decide: ["complaint.decide", "complaint.review"],
  all: [],
} as const satisfies Record<string, readonly Permission[]>;
export type WorkTab = keyof typeof tabs;

/** The tabs of a member: their own work, their projects', what is late, whom to call, what to decide. */
export function tabsOf(permissions: readonly Permission[]): WorkTab[] {
  const held: ReadonlySet<Permission> = new Set(permissions);
  return (Object.keys(tabs) as WorkTab[]).filter(
    (tab) => tabs[tab].length === 0 || tabs[tab].some((one) => held.has(one)),
  );
}

/** The tab an address stands for; undefined for one state of the register. */
export function tabOf({ show = "open", overdue }: TicketSearch): WorkTab | undefined {
  if (show === "open" && overdue) return "overdue";
  return (Object.keys(tabs) as WorkTab[]).find((tab) => tab === show);
}

/** The address of a tab, narrowed as before; what is late is what is open, narrowed to it. */
export function searchOfTab(tab: WorkTab, search: TicketSearch): TicketSearch {
  if (tab === "overdue") return { ...search, show: "open", overdue: "yes" };
  return { ...without(search, "overdue"), show: tab };
}
