import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useText } from "../i18n/useText";
import { Logo } from "./Logo";
import { NavList } from "./NavList";
import styles from "./Sidebar.module.css";

interface SidebarProps {
  collapsed: boolean;
  onCollapse: (collapsed: boolean) => void;
}

/** The navigation at the left of wide screens. */
export function Sidebar({ collapsed, onCollapse }: SidebarProps) {
  const text = useText();
  return (
    <aside className={`${styles.sidebar} ${collapsed ? styles.collapsed : ""}`}>
      <div className={styles.brand}>
        <span className={styles.mark}>
          <Logo />
        </span>
        {collapsed ? null : <span className={styles.name}>{text("common:product")}</span>}
      </div>
      <nav aria-label={text("common:shell.mainNav")} className={styles.nav}>
        <NavList collapsed={collapsed} />
      </nav>
      <Button
        type="text"
        className={styles.fold}
        icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={text(collapsed ? "common:shell.expand" : "common:shell.collapse")}
        onClick={() => onCollapse(!collapsed)}
      />
    </aside>
  );
}
