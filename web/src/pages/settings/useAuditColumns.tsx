import { useTranslation } from "react-i18next";
import type { ItemOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import type { Column } from "../../ui/DataTable";
import { When } from "../../ui/When";
import { AuditDetail } from "./AuditDetail";
import { AuditSubject } from "./AuditSubject";
import { actKey, kindOf } from "./audited";
import { useMemberNames } from "./useMemberNames";

type Entry = ItemOf<"GET /audit">;

/** The columns of the audit trail; names are looked up for the entries that are shown. */
export function useAuditColumns(entries: readonly Entry[]): Column<Entry>[] {
  const text = useText();
  const { i18n } = useTranslation();
  const { projects } = useProjectScope();
  const members = entries.flatMap(({ actor, subjectId = "" }) =>
    [actor, subjectId].filter((id) => kindOf(id) === "member"),
  );
  const names = useMemberNames(members);
  const actorName = (actor: string) => {
    if (kindOf(actor) === "member") return names.get(actor) ?? text("audit:kind.member");
    if (actor.startsWith("resident:")) return text("audit:actor.resident");
    return text(actor === "system" ? "audit:actor.system" : "audit:actor.public");
  };
  const projectName = (id: string | undefined) =>
    projects.find(({ projectId }) => projectId === id)?.name ?? text("common:none");
  const act = (verb: string) => {
    const key = actKey(verb, (name) => i18n.exists(name));
    return key ? text(key) : verb;
  };
  return [
    { key: "at", title: text("audit:at"), card: "aside", render: (row) => <When at={row.at} /> },
    { key: "who", title: text("audit:who"), render: (row) => actorName(row.actor) },
    { key: "what", title: text("audit:what"), card: "title", render: (row) => <b>{act(row.verb)}</b> },
    {
      key: "about",
      title: text("audit:about"),
      render: (row) => <AuditSubject id={row.subjectId} name={names.get(row.subjectId ?? "")} />,
    },
    { key: "project", title: text("audit:project"), render: (row) => projectName(row.projectId) },
    {
      key: "detail",
      title: text("audit:detail"),
      render: (row) => <AuditDetail detail={row.detail} verb={row.verb} />,
    },
  ];
}
