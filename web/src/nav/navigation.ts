import type { Permission } from "@frontdesk/core/member/role";
import type { TextKey } from "../i18n/text";
import { type Section, sections } from "./sections";

/** What the navigation needs to know of a registered page. */
export interface NavPage {
  path: string;
  title?: TextKey;
  section?: Section;
  permission?: Permission;
}

export interface NavEntry {
  section: Section;
  /** The pages under it, in the order of registration; never empty. */
  pages: { path: string; title: TextKey }[];
}

/** The navigation of a member: registered pages they may open, under their entries, in the entries' order. */
export function navigationOf(pages: readonly NavPage[], permissions: readonly Permission[]): NavEntry[] {
  const allowed = pages.filter((page) => !page.permission || permissions.includes(page.permission));
  return sectionNames.flatMap((section) => {
    const own = allowed.filter((page) => page.section === section && !page.path.includes("$"));
    if (own.length === 0) return [];
    return [
      { section, pages: own.map(({ path, title }) => ({ path, title: title ?? sections[section].label })) },
    ];
  });
}

const sectionNames = Object.keys(sections) as Section[];

/** The section and page that `pathname` is in: the longest registered path that it begins with. */
export function placeOf(
  entries: readonly NavEntry[],
  pathname: string,
): { section: Section; path: string } | null {
  let found: { section: Section; path: string } | null = null;
  for (const { section, pages } of entries) {
    for (const { path } of pages) {
      const inside = path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);
      if (inside && path.length >= (found?.path.length ?? 0)) found = { section, path };
    }
  }
  return found;
}
