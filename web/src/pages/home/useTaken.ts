import { useQueryOf } from "../../api/useQueryOf";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";

/** Which of a firm's first steps have been taken; the home page shows them until the first ticket is there. */
export function useTaken(): ReadonlySet<string> {
  const { projects } = useProjectScope();
  const imports = useQueryOf("GET /imports", { limit: 20 }, { enabled: useCan("import.run") });
  const members = useQueryOf("GET /members", { limit: 2 }, { enabled: useCan("member.read") });
  const invited = useQueryOf("GET /invitations", { limit: 1 }, { enabled: useCan("member.manage") });
  const taken = {
    project: projects.length > 0,
    import: imports.data?.items.some(({ kind, state }) => kind === "houses" && state === "done"),
    members: (members.data?.items.length ?? 0) > 1 || (invited.data?.items.length ?? 0) > 0,
  };
  return new Set(Object.entries(taken).flatMap(([step, is]) => (is ? [step] : [])));
}
