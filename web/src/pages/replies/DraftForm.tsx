import { useNavigate } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import styles from "./Replies.module.css";
import { changedByReply } from "./reply";

/** Drafts a letter that answers a ticket, with the template that fits or another one. */
export function DraftForm({ ticketId }: { ticketId: string }) {
  const text = useText();
  const navigate = useNavigate();
  const [template, setTemplate] = useState<string>();
  const templates = useQueryOf("GET /reply-templates", {}, { staleMs: 60_000 });
  const draft = useCommand("POST /tickets/{ticketId}/replies", {
    changes: changedByReply,
    onSuccess: ({ replyId }) => navigate({ to: "/replies/$replyId", params: { replyId } }),
  });
  const options = (templates.data?.items ?? [])
    .filter(({ disabled }) => !disabled)
    .map(({ templateId, name, locale }) => ({
      value: templateId,
      label: `${name} · ${text(`common:language.${locale}`)}`,
    }));
  return (
    <div className={styles.draft}>
      <Select
        allowClear
        aria-label={text("templates:choose")}
        className={styles.template}
        placeholder={text("templates:usual")}
        showSearch={{ optionFilterProp: "label" }}
        loading={templates.isPending}
        options={options}
        value={template}
        onChange={setTemplate}
      />
      <Button loading={draft.isPending} onClick={() => draft.mutate({ ticketId, template })}>
        {text("replies:do.draft")}
      </Button>
    </div>
  );
}
