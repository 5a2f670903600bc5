import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { HousePayment } from "./HousePayment";
import { Receipt } from "./Receipt";

const route = getRouteApi("/app/fees/payments/new");

/** Takes in a payment: find the house, type the amount, hand over the receipt's number. */
export default function NewPaymentPage() {
  const text = useText();
  const navigate = useNavigate();
  const { house, of } = route.useSearch();
  const [done, setDone] = useState<OutputOf<"POST /payments"> | null>(null);
  const goTo = (search: { house?: string; of?: "developer" }) => {
    setDone(null);
    void navigate({ to: "/fees/payments/new", search });
  };
  if (done) return <Receipt payment={done} onNext={() => goTo({})} />;
  return (
    <>
      <PageHeader back="/fees" title={text("fees:pay.title")} />
      {house ? (
        <HousePayment
          key={`${house}${of}`}
          houseId={house}
          of={of}
          onDone={setDone}
          onOther={() => goTo({})}
          onWhose={(whose) => goTo({ house, of: whose })}
        />
      ) : (
        <Panel width="form" title={text("fees:pay.who")} intro={text("fees:pay.whoHint")}>
          <FindBox autoFocus onPick={(hit) => goTo({ house: hit.houseId })} />
        </Panel>
      )}
    </>
  );
}
