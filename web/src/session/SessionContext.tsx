import type { Permission } from "@frontdesk/core/member/role";
import { createContext, use } from "react";
import type { ActiveSession } from "./session";

const SessionContext = createContext<ActiveSession | null>(null);

export const SessionProvider = SessionContext;

/** The signed-in member and their firm. Only on pages behind the sign-in. */
export function useSession(): ActiveSession {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession outside the signed-in shell");
  return session;
}

/** Whether the member may do this; hides what would be refused. The server decides in any case. */
export const useCan = (permission: Permission): boolean => useSession().permissions.includes(permission);
