import { MenuOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useText } from "../i18n/useText";
import { sections } from "../nav/sections";
import { useNavigation } from "../nav/useNavigation";
import { MoreDrawer } from "./MoreDrawer";
import styles from "./TabBar.module.css";

/** As many entries as fit beside "more" on a narrow phone. */
const places = 4;

/** The navigation at the foot of narrow screens: the first entries, and a drawer with everything. */
export function TabBar() {
  const text = useText();
  const { entries, here } = useNavigation();
  const [open, setOpen] = useState(false);
  const shown = entries.slice(0, places);
  const elsewhere = here !== null && !shown.some((entry) => entry.section === here.section);
  return (
    <>
      <nav className={styles.tabs} aria-label={text("common:shell.quickNav")}>
        {shown.map(({ section, pages }) => {
          const { icon: Icon, short } = sections[section];
          const current = here?.section === section;
          return (
            <Link
              key={section}
              to={pages[0]?.path}
              className={styles.tab}
              data-here={current}
              aria-current={current ? "page" : undefined}
            >
              <Icon />
              <span>{text(short)}</span>
            </Link>
          );
        })}
        <button
          type="button"
          className={styles.tab}
          data-here={elsewhere}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuOutlined />
          <span>{text("common:shell.more")}</span>
        </button>
      </nav>
      <MoreDrawer open={open} onClose={() => setOpen(false)} />
    </>
  );
}
