import type { Part } from "./parts";

/**
 * Houses and their people, looked up, corrected and taken in from spreadsheets, and letters and reports put on paper. They need a
 * dictionary of Chinese names, a typeface and, for spreadsheets, memory and time: in the cloud a function of their own.
 */
export const archiveParts: Record<string, Part> = {
  house: {
    under: ["find", "houses", "projects", "residents"],
    routes: async () => (await import("./house")).houseRoutes,
  },
  replyPaper: {
    under: ["replies"],
    routes: async () => (await import("./reply.paper")).replyPaperRoutes,
  },
  ticketReport: {
    under: ["ticket-reports"],
    routes: async () => (await import("./ticket-report")).ticketReportRoutes,
  },
  import: { under: ["imports"], routes: async () => (await import("./import")).importRoutes },
};
