import type { Role } from "@frontdesk/core/member/role";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { PageHeader } from "../../ui/PageHeader";
import { Sheet } from "../../ui/Sheet";
import { ChangeForm } from "./ChangeForm";
import { Invitations } from "./Invitations";
import { InviteForm } from "./InviteForm";
import styles from "./Members.module.css";
import { roles } from "./position";
import { RolesList } from "./RolesList";
import type { MemberRow } from "./rows";
import { useMemberColumns } from "./useMemberColumns";
import { useSettled } from "./useSettled";

type State = MemberRow["state"];
type Opened = "invite" | "roles" | MemberRow | null;

/** The people who work for the firm, and those who were asked to. */
export default function MembersPage() {
  const text = useText();
  const manages = useCan("member.manage");
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const changed = opened !== null && typeof opened === "object" ? opened : null;
  return (
    <>
      <PageHeader
        title={text("nav:members")}
        actions={
          <>
            <Button onClick={() => setOpened("roles")}>{text("members:roles.open")}</Button>
            {manages ? (
              <Button type="primary" onClick={() => setOpened("invite")}>
                {text("members:invite.title")}
              </Button>
            ) : null}
          </>
        }
      />
      <Members onChange={setOpened} />
      {manages ? <Invitations /> : null}
      <Sheet open={opened === "roles"} title={text("members:roles.title")} onClose={close}>
        <RolesList />
      </Sheet>
      <Sheet open={opened === "invite"} title={text("members:invite.title")} onClose={close}>
        <InviteForm onDone={close} />
      </Sheet>
      <Sheet open={changed !== null} title={changed?.name} onClose={close}>
        {changed ? <ChangeForm member={changed} onDone={close} /> : null}
      </Sheet>
    </>
  );
}

function Members({ onChange }: { onChange: (member: MemberRow) => void }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const [role, setRole] = useState<Role>();
  const [state, setState] = useState<State | "any">("active");
  const search = useSettled(typed.trim()) || undefined;
  const wanted = { search, role, state: state === "any" ? undefined : state };
  const data = usePagesOf("GET /members", { ...wanted, limit: 50 });
  const columns = useMemberColumns(onChange);
  return (
    <>
      <div className={styles.filters}>
        <Input.Search
          allowClear
          className={styles.search}
          aria-label={text("members:filter.search")}
          placeholder={text("members:filter.search")}
          maxLength={60}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select<Role>
          allowClear
          className={styles.filter}
          aria-label={text("members:field.role")}
          placeholder={text("members:filter.anyRole")}
          value={role}
          options={roles.map((value) => ({ value, label: text(`common:role.${value}`) }))}
          onChange={(value) => setRole(value)}
        />
        <Select<State | "any">
          className={styles.filter}
          aria-label={text("members:field.state")}
          value={state}
          options={(["active", "disabled", "any"] as const).map((value) => ({
            value,
            label: text(`members:filter.${value}`),
          }))}
          onChange={setState}
        />
      </div>
      <DataTable
        key={JSON.stringify(wanted)}
        label={text("nav:members")}
        columns={columns}
        data={data}
        rowKey={(row) => row.memberId}
        empty={<EmptyState title={text("members:empty.title")}>{text("members:empty.body")}</EmptyState>}
      />
    </>
  );
}
