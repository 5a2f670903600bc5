import type { categories as known, TicketChannel, TicketKind, Urgency } from "@frontdesk/core/ticket/kind";

type Known = typeof known;
/** A category of one of the kinds. */
export type Category = { [K in TicketKind]: keyof Known[K] }[TicketKind];

/** The categories of each kind in the order they are offered; the server's own list stays on the server. */
export const categoriesOf: { [K in TicketKind]: readonly (keyof Known[K])[] } = {
  repair: [
    "plumbing",
    "leak",
    "electrical",
    "lighting",
    "lift",
    "doorsWindows",
    "entrance",
    "airConditioning",
    "network",
    "fireEquipment",
    "roadsWalls",
    "other",
  ],
  complaint: ["service", "facilities", "safety", "management", "other"],
  suggestion: ["service", "facilities", "safety", "cleaning", "greening", "parking", "activities", "other"],
  inquiry: ["fees", "procedures", "parking", "renovation", "facilities", "other"],
  praise: ["service", "engineering", "security", "cleaning", "greening", "other"],
  emergency: [
    "fire",
    "flooding",
    "powerCut",
    "liftEntrapment",
    "gas",
    "security",
    "medical",
    "fallingObject",
    "weather",
    "other",
  ],
};

export const kinds = Object.keys(categoriesOf) as TicketKind[];

const names: ReadonlySet<string> = new Set(Object.values(categoriesOf).flat());

/** A category's name for the catalogue; one that this page is too old to know goes as "other". */
export const categoryName = (name: string): Category => (names.has(name) ? (name as Category) : "other");

/** How urgent a ticket may be said to be: large are repairs alone, and every emergency is urgent. */
export const urgenciesOf = (kind: TicketKind): readonly Urgency[] =>
  kind === "repair" ? ["ordinary", "urgent", "large"] : ["ordinary", "urgent"];

/** The ways in that a member may note; what residents send by QR code registers itself. */
export const channels = [
  "call",
  "visit",
  "letter",
  "online",
  "patrol",
  "member",
] as const satisfies TicketChannel[];
