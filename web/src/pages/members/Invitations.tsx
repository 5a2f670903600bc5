import { App, Button } from "antd";
import { useCommand } from "../../api/useCommand";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import { useConfirm } from "../../ui/useConfirm";
import { When } from "../../ui/When";
import styles from "./Members.module.css";
import { ProjectNames } from "./ProjectNames";
import type { InvitationRow } from "./rows";

/** Who was asked to join and has not answered; nothing at all when there is nobody. */
export function Invitations() {
  const text = useText();
  const data = usePagesOf("GET /invitations", { state: "pending", limit: 50 });
  const columns = useColumns();
  if (!data.error && data.pages.every((page) => page.length === 0)) return null;
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{text("members:pending.title")}</h2>
      <DataTable
        label={text("members:pending.title")}
        columns={columns}
        data={data}
        rowKey={(row) => row.invitationId}
      />
    </section>
  );
}

function useColumns(): Column<InvitationRow>[] {
  const text = useText();
  return [
    { key: "email", title: text("members:field.email"), card: "title", render: (row) => row.email },
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
    { key: "by", title: text("members:pending.by"), render: (row) => row.inviterName },
    { key: "sent", title: text("members:pending.sent"), render: (row) => <When at={row.sentAt} /> },
    {
      key: "state",
      title: text("members:field.state"),
      card: "aside",
      render: (row) => (
        <StatusTag tone={row.expired ? "warn" : "active"}>
          {text(row.expired ? "members:pending.expired" : "members:pending.open")}
        </StatusTag>
      ),
    },
    { key: "do", title: text("members:field.actions"), render: (row) => <Deeds invitation={row} /> },
  ];
}

function Deeds({ invitation: { invitationId, email } }: { invitation: InvitationRow }) {
  const text = useText();
  const confirm = useConfirm();
  const { message } = App.useApp();
  const changes = ["GET /invitations"] as const;
  const resend = useCommand("POST /invitations/{invitationId}/resend", {
    changes,
    onSuccess: () => message.success(text("members:invite.sent", { email })),
  });
  const withdraw = useCommand("DELETE /invitations/{invitationId}", { changes });
  const ask = async () => {
    const sure = await confirm({
      title: text("members:withdraw.title", { email }),
      body: text("members:withdraw.body"),
      action: text("members:withdraw.action"),
      danger: true,
    });
    if (sure) withdraw.mutate({ invitationId });
  };
  return (
    <span className={styles.deeds}>
      <Button size="small" loading={resend.isPending} onClick={() => resend.mutate({ invitationId })}>
        {text("members:resend")}
      </Button>
      <Button size="small" danger loading={withdraw.isPending} onClick={() => void ask()}>
        {text("members:withdraw.action")}
      </Button>
    </span>
  );
}
