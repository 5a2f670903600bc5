import { useText } from "../../i18n/useText";
import styles from "./Members.module.css";
import { roles } from "./position";

/** What each role may do, in one line each. */
export function RolesList() {
  const text = useText();
  return (
    <>
      <p className={styles.soft}>{text("members:roles.intro")}</p>
      <dl className={styles.roles}>
        {roles.map((role) => (
          <div key={role}>
            <dt>{text(`common:role.${role}`)}</dt>
            <dd>{text(`members:may.${role}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
