import * as z from "zod";
import type { Trade } from "../member/member.entity";

/** How a ticket came in. */
export const ticketChannels = ["call", "visit", "letter", "online", "qr", "patrol", "member"] as const;
export type TicketChannel = (typeof ticketChannels)[number];

/** Large is work that takes days: of repairs alone. */
export const urgencies = ["ordinary", "urgent", "large"] as const;
export const urgency = z.enum(urgencies);
export type Urgency = z.output<typeof urgency>;

export const ticketKinds = ["repair", "complaint", "suggestion", "inquiry", "praise", "emergency"] as const;
export const ticketKind = z.enum(ticketKinds);
export type TicketKind = z.output<typeof ticketKind>;

/** An emergency is urgent whatever was ticked. */
export const urgencyOf = (kind: TicketKind, given: Urgency = "ordinary"): Urgency =>
  kind === "emergency" ? "urgent" : given;

/** The letters a ticket's number begins with: 报修, 投诉, 建议, 咨询, 表扬, 突发. */
export const numberPrefixes: Record<TicketKind, string> = {
  repair: "BX",
  complaint: "TS",
  suggestion: "JY",
  inquiry: "ZX",
  praise: "BY",
  emergency: "TF",
};

/** The categories of each kind, and the trade that usually sees to them; the catalogues hold their names. */
export const categories = {
  repair: {
    plumbing: "engineering",
    leak: "engineering",
    electrical: "engineering",
    lighting: "engineering",
    lift: "engineering",
    doorsWindows: "engineering",
    entrance: "engineering",
    airConditioning: "engineering",
    network: "engineering",
    fireEquipment: "engineering",
    roadsWalls: "engineering",
    other: "engineering",
  },
  complaint: {
    service: "front_desk",
    facilities: "engineering",
    safety: "security",
    management: "front_desk",
    other: "front_desk",
  },
  suggestion: {
    service: "front_desk",
    facilities: "engineering",
    safety: "security",
    cleaning: "cleaning",
    greening: "greening",
    parking: "security",
    activities: "front_desk",
    other: "front_desk",
  },
  inquiry: {
    fees: "front_desk",
    procedures: "front_desk",
    parking: "security",
    renovation: "front_desk",
    facilities: "engineering",
    other: "front_desk",
  },
  praise: {
    service: "front_desk",
    engineering: "engineering",
    security: "security",
    cleaning: "cleaning",
    greening: "greening",
    other: "front_desk",
  },
  emergency: {
    fire: "security",
    flooding: "engineering",
    powerCut: "engineering",
    liftEntrapment: "engineering",
    gas: "engineering",
    security: "security",
    medical: "security",
    fallingObject: "security",
    weather: "engineering",
    other: "security",
  },
} as const satisfies Record<TicketKind, Record<string, Trade>>;

const categoryNames = [...new Set(ticketKinds.flatMap((kind) => Object.keys(categories[kind])))];
/** A category of any kind; which kind has it is `hasCategory`'s to say. */
export const category = z.enum(categoryNames);

/** Whether a kind has this category. */
export const hasCategory = (kind: TicketKind, name: string) => Object.hasOwn(categories[kind], name);

/** The trade a category usually goes to. */
export function usualTrade(kind: TicketKind, name: string): Trade {
  const usual: Record<string, Trade> = categories[kind];
  return usual[name] ?? "front_desk";
}
