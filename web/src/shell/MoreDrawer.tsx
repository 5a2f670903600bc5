import { LogoutOutlined } from "@ant-design/icons";
import { Button, Drawer } from "antd";
import { useText } from "../i18n/useText";
import { useSession } from "../session/SessionContext";
import { useChooseFirm } from "../session/useChooseFirm";
import { useSignOut } from "../session/useSignOut";
import { AccountCard } from "./AccountMenu";
import { LanguageSwitch } from "./LanguageSwitch";
import styles from "./MoreDrawer.module.css";
import { NavList } from "./NavList";

interface MoreDrawerProps {
  open: boolean;
  onClose: () => void;
}

/** On narrow screens everything the sidebar and the top bar hold elsewhere. */
export function MoreDrawer({ open, onClose }: MoreDrawerProps) {
  const text = useText();
  const signOut = useSignOut();
  return (
    <Drawer
      open={open}
      onClose={onClose}
      placement="right"
      size="min(320px, 88vw)"
      title={text("common:shell.more")}
      styles={{ body: { padding: 12 } }}
      footer={
        <div className={styles.footer}>
          <LanguageSwitch block />
          <Button
            block
            icon={<LogoutOutlined />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {text("common:shell.signOut")}
          </Button>
        </div>
      }
    >
      <div className={styles.account}>
        <AccountCard />
      </div>
      <nav aria-label={text("common:shell.mainNav")}>
        <NavList expanded onGo={onClose} />
      </nav>
      <Firms />
    </Drawer>
  );
}

function Firms() {
  const text = useText();
  const { tenant, memberships } = useSession();
  const choose = useChooseFirm();
  if (memberships.length < 2) return null;
  return (
    <section className={styles.firms}>
      <h2 className={styles.heading}>{text("common:shell.switchFirm")}</h2>
      {memberships.map(({ tenantId, tenantName }) => (
        <Button
          key={tenantId}
          block
          type={tenantId === tenant.id ? "primary" : "default"}
          ghost={tenantId === tenant.id}
          aria-pressed={tenantId === tenant.id}
          disabled={choose.isPending}
          onClick={() => tenantId !== tenant.id && choose.mutate({ tenantId })}
        >
          <span className={styles.firm}>{tenantName}</span>
        </Button>
      ))}
    </section>
  );
}
