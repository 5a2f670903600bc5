import { useQuery } from "@tanstack/react-query";
import { Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useText } from "../i18n/useText";
import { QueueProvider } from "../offline/QueueProvider";
import { ProjectScopeProvider, useProjectScope } from "../session/ProjectScope";
import { SessionProvider } from "../session/SessionContext";
import { isActive, sessionQuery } from "../session/session";
import { useFollowSession } from "../session/useFollowSession";
import { CallerPops } from "../telephone/CallerPops";
import { useNarrow } from "../theme/useNarrow";
import { ErrorState } from "../ui/ErrorState";
import { PageSkeleton } from "../ui/PageSkeleton";
import styles from "./AppShell.module.css";
import { OfflineBanner } from "./OfflineBanner";
import { Sidebar } from "./Sidebar";
import { TabBar } from "./TabBar";
import { TopBar } from "./TopBar";

/** The frame around every page behind the sign-in. */
export function AppShell() {
  const { data: session } = useQuery(sessionQuery);
  useFollowSession(session);
  if (!isActive(session)) return <PageSkeleton />;
  return (
    <SessionProvider value={session}>
      <QueueProvider>
        <ProjectScopeProvider>
          <Frame />
        </ProjectScopeProvider>
      </QueueProvider>
    </SessionProvider>
  );
}

function Frame() {
  const text = useText();
  const narrow = useNarrow();
  const [collapsed, setCollapsed] = useState(false);
  const content = useFocusOnNavigation();
  return (
    <div className={styles.frame}>
      <a href="#content" className={styles.skip}>
        {text("common:skipToContent")}
      </a>
      {narrow ? null : <Sidebar collapsed={collapsed} onCollapse={setCollapsed} />}
      <div className={styles.column}>
        <TopBar narrow={narrow} />
        <OfflineBanner />
        <main id="content" ref={content} tabIndex={-1} className={styles.content}>
          <Page />
        </main>
      </div>
      {narrow ? <TabBar /> : null}
      <CallerPops />
    </div>
  );
}

/** The page of the route, once the projects are known that it works in. */
function Page() {
  const { isPending, error, refetch } = useProjectScope().reading;
  if (isPending) return <PageSkeleton />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Outlet />;
}

/** Moves the focus to the content when the page changes, so that reading goes on there. */
function useFocusOnNavigation() {
  const content = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current !== undefined && before.current !== pathname)
      content.current?.focus({ preventScroll: true });
    before.current = pathname;
  }, [pathname]);
  return content;
}
