import * as z from "zod";

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

/** What tickets keep of their category: which one it is under a kind, seeded or a firm's own, stands in `category/`. */
export const categoryCode = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, "must be a category's code like plumbing")
  .meta({ description: "the code of a category", example: "plumbing" });
