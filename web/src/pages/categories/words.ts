import type { Category } from "../tickets/useCategories";

export const projectKinds = [
  "residential",
  "office",
  "mall",
  "mixed",
  "other",
] as const satisfies readonly Category["projectKinds"][number][];
