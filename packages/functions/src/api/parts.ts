import type { Hono } from "hono";
import type { AppEnv } from "./app";
import type { Routes } from "./route";

/** A domain's routes, and the first words of their paths after /api/. */
export type Part = { under: readonly string[]; routes: () => Promise<Routes> };

/**
 * The API in parts: each is loaded with the first request under one of its paths, so that starting costs the same
 * whatever there is. With `archiveParts` it is all of it; a test holds both against the routes.
 */
export const parts: Record<string, Part> = {
  attachment: {
    under: ["attachments", "photos", "projects", "uploads"],
    routes: async () => (await import("./attachment")).attachmentRoutes,
  },
  audit: { under: ["audit"], routes: async () => (await import("./audit")).auditRoutes },
  auth: { under: ["sign-up"], routes: async () => (await import("./auth")).authRoutes },
  calendar: {
    under: ["calendar", "projects"],
    routes: async () => (await import("./calendar")).calendarRoutes,
  },
  callback: {
    under: ["callbacks", "tickets"],
    routes: async () => (await import("./callback")).callbackRoutes,
  },
  category: {
    under: ["categories"],
    routes: async () => (await import("./category")).categoryRoutes,
  },
  clocks: {
    under: ["clocks", "projects"],
    routes: async () => (await import("./clocks")).clockRoutes,
  },
  complaint: {
    under: ["complaints", "houses", "tickets"],
    routes: async () => (await import("./complaint")).complaintRoutes,
  },
  fee: {
    under: ["billing-runs", "bills", "houses", "payments", "projects"],
    routes: async () => (await import("./fee")).feeRoutes,
  },
  figure: { under: ["figures"], routes: async () => (await import("./figure")).figureRoutes },
  letter: { under: ["letters", "tickets"], routes: async () => (await import("./letter")).letterRoutes },
  member: {
    under: ["invitations", "members"],
    routes: async () => (await import("./member")).memberRoutes,
  },
  price: { under: ["prices", "projects"], routes: async () => (await import("./price")).priceRoutes },
  praise: { under: ["praise", "tickets"], routes: async () => (await import("./praise")).praiseRoutes },
  project: { under: ["projects"], routes: async () => (await import("./project")).projectRoutes },
  quote: { under: ["tickets"], routes: async () => (await import("./quote")).quoteRoutes },
  reply: {
    under: ["replies", "reply-confirmations", "reply-settings", "reply-templates", "reply-turns", "tickets"],
    routes: async () => (await import("./reply")).replyRoutes,
  },
  report: { under: ["projects"], routes: async () => (await import("./report")).reportRoutes },
  roster: {
    under: ["handovers", "rosters"],
    routes: async () => (await import("./roster")).rosterRoutes,
  },
  routing: { under: ["routing"], routes: async () => (await import("./routing")).routingRoutes },
  session: {
    under: ["session", "sessions"],
    routes: async () => (await import("./session")).sessionRoutes,
  },
  survey: {
    under: ["campaigns", "questionnaire"],
    routes: async () => (await import("./survey")).surveyRoutes,
  },
  telephone: {
    under: ["telephone"],
    routes: async () => (await import("./telephone")).telephoneRoutes,
  },
  tenant: { under: ["tenant"], routes: async () => (await import("./tenant")).tenantRoutes },
  ticketFilter: {
    under: ["ticket-filters"],
    routes: async () => (await import("./ticket-filter")).ticketFilterRoutes,
  },
  ticket: {
    under: ["alike", "houses", "numbered", "overdue", "tickets", "unheard", "work"],
    routes: async () => (await import("./ticket")).ticketRoutes,
  },
};

/** Residents' pages under one letter. */
export type Pages = () => Promise<Hono<AppEnv>>;

/** Residents' pages by the first letter of their short addresses. */
export const pages: Record<string, Pages> = {
  b: async () => (await import("../pages/statement")).statementPages,
  l: async () => (await import("../pages/letter")).letterPages,
  q: async () => (await import("../pages/quote")).quotePages,
  r: async () => (await import("../pages/report")).reportPages,
  s: async () => (await import("../pages/survey")).surveyPages,
  t: async () => (await import("../pages/progress")).progressPages,
  u: async () => (await import("../pages/refuse")).refusePages,
};
