import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { PageHeader } from "../../ui/PageHeader";
import styles from "./Callbacks.module.css";
import { CallbacksDue } from "./CallbacksDue";
import { SecondCallbacks } from "./SecondCallbacks";

const route = getRouteApi("/app/callbacks");
const filters = ["due", "overdue", "second"] as const;

/** Whom to call back about finished work, the longest due first; for headquarters, whom to call once more. */
export default function CallbacksPage() {
  const text = useText();
  const navigate = useNavigate();
  const checks = useCan("callback.check");
  const { show: asked } = route.useSearch();
  const offered = filters.filter((one) => checks || one !== "second");
  const show = offered.find((one) => one === asked) ?? "due";
  return (
    <>
      <PageHeader title={text("nav:callbacks")} subtitle={text("callbacks:intro")} />
      <div className={styles.filters}>
        <Segmented
          aria-label={text("callbacks:show")}
          value={show}
          options={offered.map((value) => ({ value, label: text(`callbacks:filter.${value}`) }))}
          onChange={(value) => void navigate({ to: "/callbacks", search: { show: value } })}
        />
      </div>
      {show === "second" ? <SecondCallbacks /> : <CallbacksDue key={show} overdue={show === "overdue"} />}
    </>
  );
}
