import { actorRef } from "../actor";
import { useActor } from "../context";
import { notFound } from "../error";
import { reachedProjects } from "../member/scope";
import { Import } from "./import.entity";
import type { ImportItem } from "./reading";

/** A file is for who sent it, for members of all projects, and, once started, for those who work in all it goes to. */
export function isVisible({ state, createdBy, targets }: ImportItem): boolean {
  if (state === "discarded") return false;
  const reached = reachedProjects();
  if (reached === "all" || createdBy === actorRef(useActor())) return true;
  const ids = targets.flatMap(({ projectId }) => projectId ?? []);
  return ids.length > 0 && ids.every((projectId) => reached.includes(projectId));
}

/** The import, if it is there for the acting member. Throws `not_found`. */
export async function needImport(importId: string): Promise<ImportItem> {
  const item = await Import.need({ importId });
  if (!isVisible(item)) throw notFound();
  return item;
}
