import { Link } from "@tanstack/react-router";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import styles from "./Surveys.module.css";

type Household = ItemOf<"GET /campaigns/{campaignId}/projects/{projectId}/undeliverable">;

/** The households of a project that the survey did not reach, to be called, visited or put right. */
export function Undeliverable({ campaignId, projectId }: { campaignId: string; projectId: string }) {
  const text = useText();
  const households = usePagesOf("GET /campaigns/{campaignId}/projects/{projectId}/undeliverable", {
    campaignId,
    projectId,
    limit: 20,
  });
  return (
    <section className={styles.section}>
      <h2>{text("surveys:undeliverable.title")}</h2>
      <p className={styles.intro}>{text("surveys:undeliverable.intro")}</p>
      <DataTable
        label={text("surveys:undeliverable.title")}
        columns={columnsOf(text)}
        data={households}
        rowKey={(row) => row.houseId}
        empty={<EmptyState title={text("surveys:undeliverable.none")} />}
      />
    </section>
  );
}

const columnsOf = (text: Text): Column<Household>[] => [
  {
    key: "house",
    title: text("surveys:field.house"),
    card: "title",
    render: ({ houseId, houseCode }) => (
      <Link to="/houses/$houseId" params={{ houseId }} className="fd-number">
        {houseCode}
      </Link>
    ),
  },
  {
    key: "why",
    title: text("surveys:field.why"),
    render: ({ why }) => text(`surveys:undeliverable.${why}`),
  },
];
