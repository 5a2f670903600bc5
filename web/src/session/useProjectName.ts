import { useMemo } from "react";
import { useProjectScope } from "./ProjectScope";

type NameOf = (projectId: string) => string | undefined;

/** Names the project of a record, since the same house code stands in many; undefined where there is only one. */
export function useProjectName(): NameOf {
  const { projects } = useProjectScope();
  return useMemo(() => {
    const names = new Map(projects.map(({ projectId, name }) => [projectId, name]));
    return (projectId) => (names.size > 1 ? names.get(projectId) : undefined);
  }, [projects]);
}

/** The same in a list; undefined, too, while the list is of one chosen project. */
export function useProjectNameInList(): NameOf {
  const { projectId: chosen } = useProjectScope();
  const nameOf = useProjectName();
  return useMemo(() => (chosen ? () => undefined : nameOf), [chosen, nameOf]);
}
