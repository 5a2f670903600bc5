import { Button } from "antd";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useCan, useSession } from "../../session/SessionContext";
import type { Column } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import { Ability } from "./Ability";
import styles from "./Members.module.css";
import { ProjectNames } from "./ProjectNames";
import type { MemberRow } from "./rows";

/** The columns of the list of members, with what may be done to each for who may do it. */
export function useMemberColumns(onChange: (member: MemberRow) => void): Column<MemberRow>[] {
  const text = useText();
  const { member: self } = useSession();
  const manages = useCan("member.manage");
  const columns: Column<MemberRow>[] = [
    {
      key: "name",
      title: text("members:field.name"),
      card: "title",
      render: (row) => (
        <span className={styles.person}>
          <span>
            {row.name} {row.memberId === self.id ? <small>{text("members:you")}</small> : null}
          </span>
          <small>{row.email}</small>
        </span>
      ),
    },
    {
      key: "role",
      title: text("members:field.role"),
      render: (row) => (
        <span className={styles.person}>
          <span>{text(`common:role.${row.role}`)}</span>
          {row.trade ? <small>{text(`tickets:trade.${row.trade}`)}</small> : null}
        </span>
      ),
    },
    {
      key: "projects",
      title: text("members:field.projects"),
      render: (row) => <ProjectNames projectIds={row.projectIds} />,
    },
    {
      key: "phone",
      title: text("members:field.phone"),
      render: (row) => (row.phone ? <PhoneLink phone={row.phone} /> : text("common:none")),
    },
    {
      key: "state",
      title: text("members:field.state"),
      card: "aside",
      render: (row) => (
        <StatusTag tone={row.state === "active" ? "good" : "neutral"}>
          {text(`members:state.${row.state}`)}
        </StatusTag>
      ),
    },
    {
      key: "joined",
      title: text("members:field.joined"),
      render: (row) => <When at={row.joinedAt} form="date" />,
    },
  ];
  if (!manages) return columns;
  return [
    ...columns,
    {
      key: "do",
      title: text("members:field.actions"),
      render: (row) => (
        <span className={styles.deeds}>
          <Button size="small" onClick={() => onChange(row)}>
            {text("members:change.open")}
          </Button>
          {row.memberId === self.id ? null : <Ability member={row} />}
        </span>
      ),
    },
  ];
}
