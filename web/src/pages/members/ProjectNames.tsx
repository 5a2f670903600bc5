import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import type { Position } from "./position";

/** The projects somebody works in by name; those the reader does not see themselves are counted only. */
export function ProjectNames({ projectIds }: Pick<Position, "projectIds">) {
  const text = useText();
  const { projects } = useProjectScope();
  if (projectIds === "all") return text("members:scope.all");
  const names = projects.filter((one) => projectIds.includes(one.projectId)).map((one) => one.name);
  const unseen = projectIds.length - names.length;
  const shown = unseen > 0 ? [...names, text("members:scope.others", { count: unseen })] : names;
  return <span>{shown.join(text("members:and"))}</span>;
}
