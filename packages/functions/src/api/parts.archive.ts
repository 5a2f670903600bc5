import type { Part } from "./parts";

/**
 * Houses and their people, looked up, corrected and taken in from spreadsheets. They need a dictionary of Chinese
 * names and, for spreadsheets, memory and time: in the cloud a function of their own.
 */
export const archiveParts: Record<string, Part> = {
  house: {
    under: ["find", "houses", "projects", "residents"],
    routes: async () => (await import("./house")).houseRoutes,
  },
  import: { under: ["imports"], routes: async () => (await import("./import")).importRoutes },
};
