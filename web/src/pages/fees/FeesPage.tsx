import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Tabs } from "antd";
import type { ComponentType } from "react";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { PageHeader } from "../../ui/PageHeader";
import { BillList } from "./BillList";
import { FeeSettings } from "./FeeSettings";
import { ForProject } from "./ForProject";
import { OwingList } from "./OwingList";
import { PaymentList } from "./PaymentList";
import { RunList } from "./RunList";
import { StandardList } from "./StandardList";
import { type FeeTab, feeTabs } from "./search";

const route = getRouteApi("/app/fees");

const views: Record<FeeTab, ComponentType<{ projectId: string }>> = {
  owing: OwingList,
  bills: BillList,
  payments: PaymentList,
  runs: RunList,
  standards: StandardList,
  settings: FeeSettings,
};

/** The fees of one project: who owes, bills, payments, and how bills come about. */
export default function FeesPage() {
  const text = useText();
  const { tab } = route.useSearch();
  const navigate = useNavigate();
  const records = useCan("payment.record");
  return (
    <>
      <PageHeader
        title={text("fees:title")}
        actions={
          records ? (
            <Link to="/fees/payments/new" className="fd-button-link fd-primary">
              {text("fees:pay.title")}
            </Link>
          ) : null
        }
      />
      <ForProject>
        {({ projectId }) => (
          <Tabs
            key={projectId}
            activeKey={tab ?? "owing"}
            onChange={(key) =>
              void navigate({ to: "/fees", search: { tab: feeTabs.find((one) => one === key) } })
            }
            destroyOnHidden
            items={feeTabs.map((key) => {
              const View = views[key];
              return { key, label: text(`fees:tab.${key}`), children: <View projectId={projectId} /> };
            })}
          />
        )}
      </ForProject>
    </>
  );
}
