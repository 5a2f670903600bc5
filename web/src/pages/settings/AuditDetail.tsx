import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { formatFen } from "../../ui/format";
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
            ? text("audit:change", { name: said.name(name), value: said.value(value, name) })
            : said.value(value)}
        </span>
      ))}
    </span>
  );
}

/** What is told in fen. */
const money: ReadonlySet<string> = new Set(["amount", "sum", "fenPerM2", "unitFen"]);

/** Names and values of changes in words, where there are any. */
function useSaid() {
  const text = useText();
  const { t, i18n } = useTranslation();
  const { projects } = useProjectScope();
  const orElse = (key: string, otherwise: string) => (i18n.exists(key) ? t(key) : otherwise);
  const one = (value: unknown, name = ""): string => {
    if (typeof value === "object" && value !== null)
      return Object.entries(value)
        .map(([part, of]) =>
          text("audit:change", { name: orElse(`audit:field.${part}`, part), value: one(of) }),
        )
        .join(text("audit:and"));
    const plain = String(value);
    if (money.has(name) && typeof value === "number") return formatFen(value);
    if (value === null || plain === "") return text("common:none");
    const project = projects.find(({ projectId }) => projectId === plain);
    if (project) return project.name;
    const asRole = orElse(`common:role.${plain}`, plain);
    return orElse(`audit:value.${plain}`, asRole);
  };
  return {
    name: (name: string) => orElse(`audit:field.${name}`, name),
    value: (value: unknown, name?: string) =>
      Array.isArray(value) ? value.map((each) => one(each)).join(text("audit:and")) : one(value, name),
  };
}
