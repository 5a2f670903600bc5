import { App } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";

export type Row = OutputOf<"GET /routing">["items"][number];
export type Rule = InputOf<"PUT /routing">["rules"][number];

const changes = ["GET /routing", "GET /routing/try", "GET /tickets/{ticketId}"] as const;

/** A rule without what the server adds to it. */
export const plain = ({ memberName: _member, rosterName: _roster, fault: _fault, ...rule }: Row): Rule =>
  rule;

/** The rules, and how to set all of them. */
export function useRouting() {
  const text = useText();
  const { message } = App.useApp();
  const query = useQueryOf("GET /routing", {});
  const set = useCommand("PUT /routing", {
    changes,
    onSuccess: () => void message.success(text("routing:saved")),
  });
  return {
    query,
    rules: (query.data?.items ?? []).map(plain),
    save: (rules: Rule[]) => set.mutateAsync({ rules }),
    saving: set.isPending,
  };
}
