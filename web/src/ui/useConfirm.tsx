import { App } from "antd";
import type { ReactNode } from "react";
import { useText } from "../i18n/useText";

interface Question {
  title: ReactNode;
  /** What follows from it, above all what cannot be taken back. */
  body?: ReactNode;
  /** The words on the button: the deed itself, never just "yes". */
  action: ReactNode;
  danger?: boolean;
}

/** Asks before a deed with consequences; resolves with the answer. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  const text = useText();
  return async ({ title, body, action, danger }) =>
    modal.confirm({
      title,
      content: body,
      okText: action,
      okButtonProps: { danger },
      cancelText: text("common:cancel"),
      focusable: { autoFocusButton: danger ? "cancel" : "ok" },
      centered: true,
    });
}
