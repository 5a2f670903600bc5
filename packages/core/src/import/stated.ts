import { identityOf } from "./facts";
import { type ImportItem, Reading } from "./reading";
import type { Stated } from "./resolve";

/**
 * Tells whether the file states an identity anywhere. The file is read through for it once, and only when somebody
 * asks: that is when a house known before has somebody the file does not name the same way.
 */
export function statedIn(bytes: Uint8Array, item: ImportItem): Stated {
  const projects = new Map(item.targets.map(({ name, projectId }) => [name, projectId]));
  let all: Promise<Set<string>> | undefined;
  const read = async () => {
    const identities = new Set<string>();
    for await (const { row, late } of new Reading(bytes, item).steps()) {
      const projectId = row && projects.get(row.project);
      if (!projectId || late || row.kind !== "house") continue;
      for (const person of row.people) identities.add(identityOf(projectId, row.house.code, person));
    }
    return identities;
  };
  return async (identity) => {
    all ??= read();
    return (await all).has(identity);
  };
}
