import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useText } from "../../i18n/useText";
import { PageHeader } from "../../ui/PageHeader";
import { ComplaintList } from "./ComplaintList";
import styles from "./Complaints.module.css";

const route = getRouteApi("/app/complaints");
const shows = ["open", "approve", "quality", "groups", "account", "closed"] as const;
type Show = (typeof shows)[number];

/** Complaints: all that are open, those that wait for a decision or for who answers for them, groups, closed ones. */
export default function ComplaintsPage() {
  const text = useText();
  const navigate = useNavigate();
  const asked = route.useSearch().show;
  const show = shows.find((one) => one === asked) ?? "open";
  return (
    <>
      <PageHeader title={text("complaints:title")} subtitle={text("complaints:intro")} />
      <div className={styles.filters}>
        <Segmented<Show>
          aria-label={text("complaints:title")}
          value={show}
          options={shows.map((value) => ({ value, label: text(`complaints:show.${value}`) }))}
          onChange={(value) => void navigate({ to: "/complaints", search: { show: value } })}
        />
      </div>
      <ComplaintList show={show} />
    </>
  );
}
