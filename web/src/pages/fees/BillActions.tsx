import { useNavigate } from "@tanstack/react-router";
import { App, Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useConfirm } from "../../ui/useConfirm";
import { feeLists } from "./feeLists";
import { ReasonSheet } from "./ReasonSheet";

/** Letting off, cancelling, and making anew a bill. */
export function BillActions({ bill }: { bill: OutputOf<"GET /bills/{billId}"> }) {
  const text = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const [asking, setAsking] = useState<"waive" | "cancel" | null>(null);
  const done = (said: string) => () => {
    setAsking(null);
    void message.success(said);
  };
  const waive = useCommand("POST /bills/{billId}/waive", {
    changes: feeLists,
    onSuccess: done(text("fees:bill.waiveDone")),
  });
  const cancel = useCommand("POST /bills/{billId}/cancel", {
    changes: feeLists,
    onSuccess: done(text("fees:bill.cancelDone")),
  });
  const reissue = useCommand("POST /bills/{billId}/reissue", {
    changes: feeLists,
    onSuccess: (next) => {
      void message.success(text("fees:bill.reissueDone", { number: next.number }));
      return navigate({ to: "/fees/bills/$billId", params: { billId: next.billId } });
    },
  });
  const { billId } = bill;

  async function anew() {
    const question = {
      title: text("fees:bill.reissue"),
      body: text("fees:bill.reissueBody"),
      action: text("fees:bill.reissue"),
    };
    if (await confirm(question)) reissue.mutate({ billId });
  }

  // What was agreed to once is not agreed to anew by making another bill.
  if (bill.cancelled && bill.origin === "service") return null;
  if (bill.cancelled) {
    return (
      <Button onClick={() => void anew()} loading={reissue.isPending}>
        {text("fees:bill.reissue")}
      </Button>
    );
  }
  return (
    <>
      {bill.outstanding > 0 ? (
        <Button onClick={() => setAsking("waive")}>{text("fees:bill.waive")}</Button>
      ) : null}
      <Button danger onClick={() => setAsking("cancel")}>
        {text("fees:bill.cancel")}
      </Button>
      <ReasonSheet
        open={asking === "waive"}
        title={text("fees:bill.waive")}
        intro={text("fees:bill.waiveBody")}
        action={text("fees:bill.waive")}
        most={bill.outstanding}
        pending={waive.isPending}
        onClose={() => setAsking(null)}
        onSubmit={({ amount, reason }) => waive.mutate({ billId, amount, reason })}
      />
      <ReasonSheet
        open={asking === "cancel"}
        title={text("fees:bill.cancel")}
        intro={text(bill.paid > 0 ? "fees:bill.cancelPaidBody" : "fees:bill.cancelBody")}
        action={text("fees:bill.cancel")}
        danger
        pending={cancel.isPending}
        onClose={() => setAsking(null)}
        onSubmit={({ reason }) => cancel.mutate({ billId, reason })}
      />
    </>
  );
}
