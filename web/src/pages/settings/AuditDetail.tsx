import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { partsOf } from "./audited";
import styles from "./Settings.module.css";

/** What an act changed, in words. */
export function AuditDetail({ detail, verb }: { detail: string | undefined; verb: string }) {
  const text = useText();
  const said = useSaid();
  const parts = partsOf(detail, verb);
  if (parts.length === 0) return text("common:none");
  return (
    <span className={styles.detail}>
      {parts.map(({ name, value }) => (
        <span key={name ?? ""}>
          {name
            ? text("audit:change", { name: said.name(name), value: said.value(value) })
            : said.value(value)}
        </span>
      ))}
    </span>
  );
}

/** Names and values of changes in words, where there are any. */
function useSaid() {
  const text = useText();
  const { t, i18n } = useTranslation();
  const { projects } = useProjectScope();
  const orElse = (key: string, otherwise: string) => (i18n.exists(key) ? t(key) : otherwise);
  const one = (value: unknown): string => {
    const plain = String(value);
    if (value === null || plain === "") return text("common:none");
    const project = projects.find(({ projectId }) => projectId === plain);
    if (project) return project.name;
    const asRole = orElse(`common:role.${plain}`, plain);
    return orElse(`audit:value.${plain}`, asRole);
  };
  return {
    name: (name: string) => orElse(`audit:field.${name}`, name),
    value: (value: unknown) => (Array.isArray(value) ? value.map(one).join(text("audit:and")) : one(value)),
  };
}
