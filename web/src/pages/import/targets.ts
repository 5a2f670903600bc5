import type { ImportKind, Preview } from "./useImport";

/** Where a project of the file goes: to one of the firm's by its id, to a new one, or nowhere. */
export type Target = string;
export type Targets = Record<string, Target>;
type Found = Preview["projects"][number];

/** Projects with a row that can be taken in; for the others there is nothing to decide. */
export const decidable = (projects: readonly Found[]): Found[] => projects.filter(({ good }) => good > 0);

/** The likely choice for each: the project of the same name, else a new one where that may be made. */
export function suggested(projects: readonly Found[], kind: ImportKind, mayMake: boolean): Targets {
  const chosen = decidable(projects).flatMap(({ name, projectId }) => {
    const target = projectId ?? (kind === "houses" && mayMake ? "new" : undefined);
    return target ? [[name, target]] : [];
  });
  return Object.fromEntries(chosen);
}

/** Whether every project has its place, and not all of them are left out. */
export function complete(projects: readonly Found[], targets: Targets): boolean {
  const all = decidable(projects).map(({ name }) => targets[name]);
  return all.length > 0 && all.every((target) => target) && all.some((target) => target !== "skip");
}
