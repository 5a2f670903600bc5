import { createContext, type ReactNode, use, useCallback, useMemo, useState } from "react";
import type { OutputOf } from "../api/contract";
import { useQueryOf } from "../api/useQueryOf";
import { useSession } from "./SessionContext";

type Project = OutputOf<"GET /projects">["items"][number];

interface Scope {
  /** The project the member works in now; undefined for all that they may see. */
  projectId: string | undefined;
  projects: readonly Project[];
  choose: (projectId: string | undefined) => void;
  /** How reading the projects goes; pages are shown once it is done, so that none mistakes "not yet" for "none". */
  reading: { isPending: boolean; error: Error | null; refetch: () => unknown };
}

const ScopeContext = createContext<Scope | null>(null);

/** Remembers, per firm and device, which project a member works in. */
export function ProjectScopeProvider({ children }: { children: ReactNode }) {
  const { tenant } = useSession();
  const storageKey = `frontdesk.project.${tenant.id}`;
  const [chosen, setChosen] = useState(() => read(storageKey));
  const { data, isPending, error, refetch } = useQueryOf("GET /projects", {}, { staleMs: 60_000 });
  const choose = useCallback(
    (projectId: string | undefined) => {
      write(storageKey, projectId);
      setChosen(projectId);
    },
    [storageKey],
  );
  const scope = useMemo<Scope>(() => {
    const projects = data?.items ?? [];
    // A project that was closed or taken from the member must not go on filtering in silence.
    const known = projects.some((project) => project.projectId === chosen);
    const reading = { isPending, error: data ? null : error, refetch };
    return { projectId: known ? chosen : undefined, projects, choose, reading };
  }, [data, isPending, error, refetch, chosen, choose]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

/** The project chosen in the header, and the projects there are to choose from. */
export function useProjectScope(): Scope {
  const scope = use(ScopeContext);
  if (!scope) throw new Error("useProjectScope outside the signed-in shell");
  return scope;
}

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
