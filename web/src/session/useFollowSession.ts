import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Session } from "../api/contract";
import { switchLocale } from "../i18n";
import { currentLocale, storedLocale } from "../i18n/locale";
import { onSessionChangedElsewhere } from "./otherTabs";
import { sessionQuery } from "./session";

/**
 * Keeps the page true to the session: signed out → sign-in page and back; another firm chosen in another
 * tab → loaded anew, so that nothing of the one firm is shown or written under the other.
 */
export function useFollowSession(session: Session | null | undefined): void {
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const tenantId = useRef(session?.tenant?.id);

  useEffect(
    () =>
      onSessionChangedElsewhere(
        () => void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ),
    [queryClient],
  );
  useEffect(() => {
    if (session === null) {
      const next = router.state.location.href;
      void navigate({ to: "/sign-in", search: { next, ended: "1" }, replace: true });
      return;
    }
    if (session && session.tenant?.id !== tenantId.current) window.location.assign("/");
  }, [session, navigate, router]);
  useEffect(() => {
    if (session && storedLocale() === null && session.locale !== currentLocale())
      void switchLocale(session.locale);
  }, [session]);
}
