import type { Permission } from "@frontdesk/core/member/role";
import { type AsyncRouteComponent, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { ApiError } from "../api/error";
import type { TextKey } from "../i18n/text";
import type { Section } from "../nav/sections";
import { isActive, sessionQuery } from "../session/session";
import { AppShell } from "../shell/AppShell";
import { CrashPage } from "../shell/CrashPage";
import { DoorLayout } from "../shell/DoorLayout";
import { PageSkeleton } from "../ui/PageSkeleton";
import { rootRoute } from "./root";
import type { RawSearch } from "./search";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    title?: TextKey;
    permission?: Permission;
    section?: Section;
  }
}

/** A page file's default export. */
type PageModule = { default: ComponentType };

interface PageOptions<TSearch> {
  /** The page's heading in the navigation and in the window's title. */
  title: TextKey;
  load: () => Promise<PageModule>;
  /** Members without it neither see the page in the navigation nor can open it. */
  permission?: Permission;
  /** The navigation entry under which the page appears; without it the page is reached from others only. */
  section?: Section;
  /** Reads what stands behind the "?"; never throws, drops what it does not understand. */
  search?: (raw: RawSearch) => TSearch;
}

/** The frame of all pages behind the sign-in. Nobody signed in → sign-in page; no firm chosen → its choice. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  component: AppShell,
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: "/sign-in", search: { next: location.href } });
    if (!isActive(session)) throw redirect({ to: "/choose-firm", search: { next: location.href } });
    return { session };
  },
});

/** The frame of the pages in front of it: sign-in, sign-up and what mails link to. */
export const doorRoute = createRoute({ getParentRoute: () => rootRoute, id: "door", component: DoorLayout });

const lazy = (load: () => Promise<PageModule>): AsyncRouteComponent<object> => lazyRouteComponent(load);

/** One page behind the sign-in: one line in routes.tsx. */
export function page<const TPath extends string, TSearch extends object = object>(
  path: TPath,
  { title, load, permission, section, search }: PageOptions<TSearch>,
) {
  return createRoute({
    getParentRoute: () => shellRoute,
    path,
    staticData: { title, permission, section },
    validateSearch: (raw: RawSearch): TSearch => search?.(raw) ?? ({} as TSearch),
    beforeLoad: ({ context }) => {
      if (permission && !context.session.permissions.includes(permission)) {
        throw new ApiError({ status: 403, code: "forbidden", message: "" });
      }
    },
    component: lazy(load),
    pendingComponent: PageSkeleton,
    errorComponent: CrashPage,
  });
}

/** One page in front of the sign-in. */
export function doorPage<const TPath extends string, TSearch extends object = object>(
  path: TPath,
  { title, load, search }: Pick<PageOptions<TSearch>, "title" | "load" | "search">,
) {
  return createRoute({
    getParentRoute: () => doorRoute,
    path,
    staticData: { title },
    validateSearch: (raw: RawSearch): TSearch => search?.(raw) ?? ({} as TSearch),
    component: lazy(load),
    errorComponent: CrashPage,
  });
}
