import { App, Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { feeLists } from "./feeLists";
import { ReasonSheet } from "./ReasonSheet";

/** Giving money back, and undoing a payment that never came. */
export function PaymentActions({ payment }: { payment: OutputOf<"GET /payments/{paymentId}"> }) {
  const text = useText();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<"refund" | "cancel" | null>(null);
  const done = (said: string) => () => {
    setAsking(null);
    void message.success(said);
  };
  const refund = useCommand("POST /payments/{paymentId}/refund", {
    changes: feeLists,
    onSuccess: done(text("fees:payment.refundDone")),
  });
  const cancel = useCommand("POST /payments/{paymentId}/cancel", {
    changes: feeLists,
    onSuccess: done(text("fees:payment.cancelDone")),
  });
  const { paymentId } = payment;
  const left = payment.amount - payment.refunded;
  return (
    <>
      {left > 0 ? <Button onClick={() => setAsking("refund")}>{text("fees:payment.refund")}</Button> : null}
      {payment.refunded === 0 ? (
        <Button danger onClick={() => setAsking("cancel")}>
          {text("fees:payment.cancel")}
        </Button>
      ) : null}
      <ReasonSheet
        open={asking === "refund"}
        title={text("fees:payment.refund")}
        intro={text("fees:payment.refundBody")}
        action={text("fees:payment.refund")}
        danger
        most={left}
        method={payment.method}
        pending={refund.isPending}
        onClose={() => setAsking(null)}
        onSubmit={({ amount, method, reason }) => refund.mutate({ paymentId, amount, method, reason })}
      />
      <ReasonSheet
        open={asking === "cancel"}
        title={text("fees:payment.cancel")}
        intro={text("fees:payment.cancelBody")}
        action={text("fees:payment.cancel")}
        danger
        pending={cancel.isPending}
        onClose={() => setAsking(null)}
        onSubmit={({ reason }) => cancel.mutate({ paymentId, reason })}
      />
    </>
  );
}
