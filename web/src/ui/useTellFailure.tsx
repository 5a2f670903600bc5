import { App } from "antd";
import { useCallback } from "react";
import { ApiError } from "../api/error";
import { failureText, failureTitle } from "../api/failure";
import { useText } from "../i18n/useText";

/** Tells a failure in a message; unexpected ones with the number under which the log has them. */
export function useTellFailure(): (error: unknown) => void {
  const { message, notification } = App.useApp();
  const text = useText();
  return useCallback(
    (error: unknown) => {
      // The way to the sign-in page says it already.
      if (error instanceof ApiError && error.kind === "unauthenticated") return;
      if (error instanceof ApiError && error.kind === "unexpected" && error.requestId) {
        notification.error({
          title: text(failureTitle(error)),
          description: `${failureText(error, text)} ${text("errors:requestId", { id: error.requestId })}`,
        });
        return;
      }
      void message.error(failureText(error, text));
    },
    [message, notification, text],
  );
}
