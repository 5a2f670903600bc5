import {
  CheckOutlined,
  FileAddOutlined,
  ImportOutlined,
  ShopOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { Permission } from "@frontdesk/core/member/role";
import { Link } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { useSession } from "../../session/SessionContext";
import { EmptyState } from "../../ui/EmptyState";
import { Panel } from "../../ui/Panel";
import styles from "./FirstSteps.module.css";
import { useTaken } from "./useTaken";

interface Step {
  id: "project" | "import" | "members" | "ticket";
  permission: Permission;
  /** Linked to once a page is registered there. */
  path: string;
  icon: ComponentType;
}

const steps: readonly Step[] = [
  { id: "project", permission: "project.manage", path: "/settings/projects", icon: ShopOutlined },
  { id: "import", permission: "import.run", path: "/import", icon: ImportOutlined },
  { id: "members", permission: "member.manage", path: "/members", icon: TeamOutlined },
  { id: "ticket", permission: "ticket.register", path: "/tickets/new", icon: FileAddOutlined },
];

/** What a firm does first, in order, and what of it is done; each member sees the steps they may take. */
export function FirstSteps() {
  const text = useText();
  const { permissions } = useSession();
  const canOpen = useCanOpen();
  const taken = useTaken();
  const own = steps.filter((step) => permissions.includes(step.permission));
  if (own.length === 0) {
    return <EmptyState title={text("home:empty.title")}>{text("home:empty.body")}</EmptyState>;
  }
  return (
    <Panel
      width="form"
      title={text("home:steps.title")}
      intro={own.length > 1 ? text("home:steps.intro") : undefined}
    >
      <ol className={`${styles.steps} ${own.length > 1 ? styles.numbered : ""}`}>
        {own.map(({ id, path, icon: Icon }) => (
          <li key={id} className={`${styles.step} ${taken.has(id) ? styles.taken : ""}`}>
            <span className={styles.icon} aria-hidden>
              {taken.has(id) ? <CheckOutlined /> : <Icon />}
            </span>
            <div className={styles.words}>
              <h3 className={styles.title}>{text(`home:step.${id}.title`)}</h3>
              <p className={styles.body}>
                {taken.has(id) ? text("home:steps.taken") : text(`home:step.${id}.body`)}
              </p>
            </div>
            {canOpen(path) ? (
              <Link to={path} className="fd-button-link" aria-label={text(`home:step.${id}.title`)}>
                {text(taken.has(id) ? "home:steps.more" : "home:steps.go")}
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
