import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useText } from "../i18n/useText";
import { useSession } from "../session/SessionContext";
import { useChooseFirm } from "../session/useChooseFirm";
import styles from "./FirmSwitcher.module.css";

/** The firm one works for now; a menu for those who work for several. */
export function FirmSwitcher() {
  const text = useText();
  const { tenant, memberships } = useSession();
  const choose = useChooseFirm();
  if (memberships.length < 2) return <strong className={styles.name}>{tenant.name}</strong>;
  const items = memberships.map(({ tenantId, tenantName, role }) => ({
    key: tenantId,
    label: (
      <span className={styles.item}>
        {tenantName}
        <small>{text(`common:role.${role}`)}</small>
      </span>
    ),
  }));
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items,
        selectable: true,
        selectedKeys: [tenant.id],
        onClick: ({ key }) => key !== tenant.id && choose.mutate({ tenantId: key }),
      }}
    >
      <Button
        type="text"
        loading={choose.isPending}
        aria-label={`${text("common:shell.switchFirm")}: ${tenant.name}`}
        className={styles.button}
      >
        <strong className={styles.name}>{tenant.name}</strong>
        <DownOutlined aria-hidden className={styles.arrow} />
      </Button>
    </Dropdown>
  );
}
