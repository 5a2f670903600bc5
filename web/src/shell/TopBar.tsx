import { Link } from "@tanstack/react-router";
import { useText } from "../i18n/useText";
import { useSession } from "../session/SessionContext";
import { AccountMenu } from "./AccountMenu";
import { FirmSwitcher } from "./FirmSwitcher";
import { LanguageSwitch } from "./LanguageSwitch";
import { Logo } from "./Logo";
import { ProjectSwitcher } from "./ProjectSwitcher";
import styles from "./TopBar.module.css";

/** The bar above every page: for which firm and project one works, language, account. */
export function TopBar({ narrow }: { narrow: boolean }) {
  const text = useText();
  const { tenant } = useSession();
  if (narrow) {
    return (
      <header className={styles.bar}>
        <Link to="/" className={styles.home} aria-label={text("nav:home")}>
          <Logo />
        </Link>
        <strong className={styles.firm}>{tenant.name}</strong>
        <ProjectSwitcher />
      </header>
    );
  }
  return (
    <header className={styles.bar}>
      <FirmSwitcher />
      <ProjectSwitcher />
      <span className={styles.space} />
      <LanguageSwitch />
      <AccountMenu />
    </header>
  );
}
