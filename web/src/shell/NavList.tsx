import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/useText";
import type { NavEntry } from "../nav/navigation";
import { sections } from "../nav/sections";
import { useNavigation } from "../nav/useNavigation";
import styles from "./NavList.module.css";

interface NavListProps {
  /** Shows icons alone, the words as hints. */
  collapsed?: boolean;
  /** Shows the pages of all entries, not of the present one alone. */
  expanded?: boolean;
  onGo?: () => void;
}

/** The whole navigation as links: entries, and beneath them their pages where there is more than one. */
export function NavList({ collapsed = false, expanded = false, onGo }: NavListProps) {
  const { entries, here } = useNavigation();
  return (
    <ul className={`${styles.list} ${collapsed ? styles.collapsed : ""}`}>
      {entries.map((entry) => (
        <Entry
          key={entry.section}
          entry={entry}
          herePath={here?.section === entry.section ? here.path : null}
          collapsed={collapsed}
          expanded={expanded}
          onGo={onGo}
        />
      ))}
    </ul>
  );
}

// The router would mark every page whose address begins alike; where one is, the navigation says itself.
const exactly = { exact: true };

interface EntryProps extends NavListProps {
  entry: NavEntry;
  herePath: string | null;
}

function Entry({ entry, herePath, collapsed, expanded, onGo }: EntryProps) {
  const text = useText();
  const { icon: Icon, label } = sections[entry.section];
  const [first] = entry.pages;
  const single = entry.pages.length === 1;
  const open = !collapsed && !single && (expanded || herePath !== null);
  return (
    <li>
      <Link
        to={first?.path}
        activeOptions={exactly}
        className={styles.entry}
        data-here={herePath !== null}
        aria-current={herePath === first?.path ? "page" : undefined}
        title={collapsed ? text(label) : undefined}
        onClick={onGo}
      >
        <span className={styles.icon} aria-hidden>
          <Icon />
        </span>
        <span className={collapsed ? "fd-visually-hidden" : styles.label}>{text(label)}</span>
      </Link>
      {open ? (
        <ul className={styles.pages}>
          {entry.pages.map((page) => (
            <li key={page.path}>
              <Link
                to={page.path}
                activeOptions={exactly}
                className={styles.page}
                aria-current={herePath === page.path ? "page" : undefined}
                onClick={onGo}
              >
                {text(page.title)}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
