import type { InputOf, OutputOf } from "../../api/contract";
import type { RawSearch } from "../../route/search";
import { kinds } from "../tickets/kinds";
import { trades } from "../tickets/workers";

/** A filter as it is saved. */
export type Filter = InputOf<"POST /ticket-filters">["filter"];
export type SavedFilters = OutputOf<"GET /ticket-filters">;
export type SavedFilter = SavedFilters["items"][number];

type State = NonNullable<Filter["state"]>;

/** Lists of work that no filter asks for. */
const workLists = ["mine", "call", "decide"] as const;
type WorkList = (typeof workLists)[number];
export const isWorkList = (show: Show | undefined): show is WorkList =>
  workLists.some((list) => list === show);

/** What of the register is shown: one's own work, all, or what is in a state or a group of them. */
export const shows = [
  "open",
  ...workLists,
  "all",
  "registered",
  "dispatched",
  "assigned",
  "accepted",
  "started",
  "working",
  "paused",
  "completed",
  "closed",
  "void",
] as const satisfies (State | WorkList | "all")[];
export type Show = (typeof shows)[number];

const urgencies = ["ordinary", "urgent", "large"] as const;
/** How tickets come in, those that residents send by themselves among them. */
export const allChannels = ["call", "visit", "letter", "online", "qr", "patrol", "member"] as const;

/** What the address of a list of tickets says; what it does not understand is dropped. */
export type TicketSearch = {
  show?: Show;
  kind?: Filter["kind"];
  category?: string;
  trade?: Filter["trade"];
  assignee?: string;
  urgency?: Filter["urgency"];
  channel?: Filter["channel"];
  project?: string;
  overdue?: "yes";
  reopened?: "yes" | "no";
  from?: string;
  to?: string;
};

const among = <T extends string>(all: readonly T[], value: string | undefined): T | undefined =>
  all.find((one) => one === value);
const like = (pattern: RegExp, value: string | undefined) =>
  value !== undefined && pattern.test(value) ? value : undefined;
const id = (prefix: string) => new RegExp(`^${prefix}_[0-9A-HJKMNP-TV-Z]{26}$`);

/** A day of this century that there is. */
const dayIn = (value: string | undefined) =>
  value && /^20\d\d-\d\d-\d\d$/.test(value) && new Date(value).toJSON()?.startsWith(value)
    ? value
    : undefined;

/** Without what is undefined, so that an empty search is seen to be empty. */
const tidy = <T extends object>(search: T): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;

/** Reads a list's address. */
export const ticketSearch = (raw: RawSearch): TicketSearch =>
  tidy({
    show: among(shows, raw.show),
    kind: among(kinds, raw.kind),
    category: like(/^[a-z][A-Za-z0-9]{0,39}$/, raw.category),
    trade: among(trades, raw.trade),
    assignee: like(id("mem"), raw.assignee),
    urgency: among(urgencies, raw.urgency),
    channel: among(allChannels, raw.channel),
    project: like(id("prj"), raw.project),
    overdue: among(["yes"], raw.overdue),
    reopened: among(["yes", "no"], raw.reopened),
    from: dayIn(raw.from),
    to: dayIn(raw.to),
  });

const flagOf = (said: "yes" | "no" | undefined) => (said === undefined ? undefined : said === "yes");

/** The filter an address asks for; what is open when it names no states. A list of work is no filter. */
export function filterOf({
  show = "open",
  assignee,
  project,
  overdue,
  reopened,
  ...same
}: TicketSearch): Filter {
  return tidy({
    ...same,
    state: show === "all" || isWorkList(show) ? undefined : show,
    assigneeId: assignee,
    projectId: project,
    overdue: flagOf(overdue),
    reopened: flagOf(reopened),
  });
}

/** The address that asks for a filter. */
export function searchOf({ state, assigneeId, projectId, overdue, reopened, ...same }: Filter): TicketSearch {
  return tidy({
    ...same,
    show: state ?? ("all" as const),
    assignee: assigneeId,
    project: projectId,
    overdue: overdue ? ("yes" as const) : undefined,
    reopened: reopened === undefined ? undefined : reopened ? ("yes" as const) : ("no" as const),
  });
}

/** What is asked of the API: in a project of the filter's own, or in the one chosen above. */
export function askedOf(filter: Filter, projectId: string | undefined) {
  const { overdue, reopened, ...same } = filter;
  return {
    ...same,
    projectId: filter.projectId ?? projectId,
    overdue: overdue ? "true" : undefined,
    reopened: reopened === undefined ? undefined : String(reopened),
  };
}

/** What an address narrows the list to beside its states, in the order it is told. */
export const narrowings = [
  "overdue",
  "kind",
  "category",
  "urgency",
  "project",
  "trade",
  "assignee",
  "channel",
  "reopened",
  "from",
  "to",
] as const satisfies (keyof TicketSearch)[];
export type Narrowing = (typeof narrowings)[number];

/** An address without one of its narrowings; without a kind there is no category of it. */
export const without = (search: TicketSearch, name: Narrowing): TicketSearch =>
  tidy({ ...search, [name]: undefined, ...(name === "kind" && { category: undefined }) });

/** An address without the states it names: what both the list and the board are narrowed to. */
export const narrowing = ({ show: _, ...rest }: TicketSearch): TicketSearch => rest;

/** Whether two filters ask for the same. */
export const isSame = (one: Filter, other: Filter): boolean =>
  JSON.stringify(Object.entries(searchOf(one)).sort()) ===
  JSON.stringify(Object.entries(searchOf(other)).sort());
