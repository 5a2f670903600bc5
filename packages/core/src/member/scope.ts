import type { Actor } from "../actor";
import { useActor } from "../context";
import { notFound } from "../error";

/** Whether the actor works in a project. Residents reach records by their links, not by project. */
export function reaches(actor: Actor, projectId: string): boolean {
  if (actor.type === "member") return actor.projectIds === "all" || actor.projectIds.includes(projectId);
  return actor.type === "system" || actor.type === "resident";
}

/** Throws `not_found` unless the acting member works in this project: theirs alone exist for them. */
export function needReach(projectId: string) {
  if (!reaches(useActor(), projectId)) throw notFound();
}

/** The acting member's projects: a list, or "all". */
export function reachedProjects(): readonly string[] | "all" {
  const actor = useActor();
  return actor.type === "member" ? actor.projectIds : "all";
}
