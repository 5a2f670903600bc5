import { Form } from "antd";
import { signIn } from "../../api/auth";
import { call } from "../../api/client";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { announceSessionChange } from "../../session/otherTabs";

/** Accepts an invitation and goes straight to work for the firm that sent it. */
export function useJoin() {
  const [form] = Form.useForm<{ name?: string; password: string }>();
  const accept = useCommand("POST /invitations/accept", {
    form,
    onSuccess: async ({ tenantId, email }, { password }) => {
      if (password !== undefined) await signIn({ email, password });
      await call("POST /session/tenant", { tenantId });
      announceSessionChange();
      window.location.assign("/");
    },
    onFailure: isSpent,
  });
  return { form, accept };
}

/** Whether the invitation was used, withdrawn, too old, or never there; the page says so in full. */
export const isSpent = (error: unknown): boolean =>
  error instanceof ApiError && (error.kind === "gone" || error.kind === "notFound");

/** Whether the link leads nowhere: spent, or cut short on its way from the letter. */
export const leadsNowhere = (error: unknown): boolean =>
  isSpent(error) || (error instanceof ApiError && error.kind === "badRequest");
