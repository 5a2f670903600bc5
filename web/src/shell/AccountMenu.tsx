import { LogoutOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useText } from "../i18n/useText";
import { useSession } from "../session/SessionContext";
import { useSignOut } from "../session/useSignOut";
import styles from "./AccountMenu.module.css";

/** Who one is, and the way out. */
export function AccountMenu() {
  const text = useText();
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          { key: "who", type: "group", label: <AccountCard /> },
          { type: "divider" },
          { key: "out", icon: <LogoutOutlined />, label: text("common:shell.signOut") },
        ],
        onClick: ({ key }) => key === "out" && signOut.mutate(),
      }}
    >
      <Button
        type="text"
        className={styles.button}
        loading={signOut.isPending}
        aria-label={text("common:shell.account")}
      >
        <Initial name={user.name} />
        <span className={styles.name}>{user.name}</span>
      </Button>
    </Dropdown>
  );
}

/** The signed-in person in full: name, address, role. */
export function AccountCard() {
  const text = useText();
  const { user, member } = useSession();
  return (
    <div className={styles.card}>
      <Initial name={user.name} />
      <div className={styles.words}>
        <strong>{user.name}</strong>
        <span>{text(`common:role.${member.role}`)}</span>
        <span>{user.email}</span>
      </div>
    </div>
  );
}

function Initial({ name }: { name: string }) {
  return (
    <span className={styles.initial} aria-hidden>
      {[...name.trim()][0]?.toUpperCase() ?? "·"}
    </span>
  );
}
