import { BarChartOutlined, FileDoneOutlined, NodeIndexOutlined } from "@ant-design/icons";
import { Outlet } from "@tanstack/react-router";
import { useText } from "../i18n/useText";
import styles from "./DoorLayout.module.css";
import { LanguageSwitch } from "./LanguageSwitch";
import { Logo } from "./Logo";
import { Skyline } from "./Skyline";

/** The frame of the pages in front of the sign-in: what this is at the left, what to do at the right. */
export function DoorLayout() {
  const text = useText();
  return (
    <div className={styles.door}>
      <aside className={styles.pitch}>
        <p className={styles.brand}>
          <Logo size={32} /> {text("common:product")}
        </p>
        <div className={styles.words}>
          <p className={styles.headline}>{text("auth:pitch.headline")}</p>
          <ul className={styles.points}>
            <li>
              <FileDoneOutlined aria-hidden /> {text("auth:pitch.register")}
            </li>
            <li>
              <NodeIndexOutlined aria-hidden /> {text("auth:pitch.follow")}
            </li>
            <li>
              <BarChartOutlined aria-hidden /> {text("auth:pitch.measure")}
            </li>
          </ul>
        </div>
        <Skyline className={styles.skyline} />
      </aside>
      <div className={styles.side}>
        <header className={styles.top}>
          <p className={styles.smallBrand}>
            <Logo /> <strong>{text("common:product")}</strong>
            <span className={styles.tagline}>{text("common:tagline")}</span>
          </p>
          <LanguageSwitch />
        </header>
        <main className={styles.content}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}
