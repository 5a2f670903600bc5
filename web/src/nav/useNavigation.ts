import { useRouter, useRouterState } from "@tanstack/react-router";
import { useMemo } from "react";
import { useSession } from "../session/SessionContext";
import { type NavEntry, type NavPage, navigationOf, placeOf } from "./navigation";

function usePages(): NavPage[] {
  const router = useRouter();
  return useMemo(
    () => Object.entries(router.routesByPath).map(([path, route]) => ({ path, ...route.options.staticData })),
    [router],
  );
}

/** The member's navigation and where in it they are. */
export function useNavigation(): { entries: NavEntry[]; here: ReturnType<typeof placeOf> } {
  const pages = usePages();
  const { permissions } = useSession();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const entries = useMemo(() => navigationOf(pages, permissions), [pages, permissions]);
  return { entries, here: placeOf(entries, pathname) };
}

/** Whether a page is registered at `path` and the member may open it; for links between features. */
export function useCanOpen(): (path: string) => boolean {
  const pages = usePages();
  const { permissions } = useSession();
  return (path) => {
    const page = pages.find((one) => one.path === path);
    return page !== undefined && (!page.permission || permissions.includes(page.permission));
  };
}
