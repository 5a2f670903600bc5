import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { askedOf, filterOf, type TicketSearch } from "../ticket-filters/search";
import { MoreMayFollow } from "./MoreMayFollow";
import { useTicketColumns } from "./useTicketColumns";

const limit = 50;

/** The tickets that fit an address, in the project it names or the one chosen above. */
export function Register({ search }: { search: TicketSearch }) {
  const text = useText();
  const columns = useTicketColumns();
  const { projectId, projects } = useProjectScope();
  const filter = filterOf(search);
  const known = !filter.projectId || projects.some((one) => one.projectId === filter.projectId);
  const asked = { ...askedOf(filter, projectId), limit };
  const data = usePagesOf("GET /tickets", asked, { enabled: known });
  // The bar above says what is wrong with it.
  if (!known) return <EmptyState title={text("tickets:list.empty")} />;
  const found = data.pages.some((page) => page.length > 0);
  const narrowed = Object.keys(filter).length > 1;
  return (
    <>
      {found || !data.hasMore ? (
        <DataTable
          key={JSON.stringify(asked)}
          label={text("nav:tickets")}
          columns={columns}
          data={data}
          rowKey={(row) => row.ticketId}
          empty={
            filter.state === "open" && !narrowed ? (
              <EmptyState title={text("tickets:list.noneOpen")}>
                {text("tickets:list.noneOpenHint")}
              </EmptyState>
            ) : (
              <EmptyState title={text("tickets:list.empty")}>{text("tickets:list.emptyHint")}</EmptyState>
            )
          }
        />
      ) : null}
      <MoreMayFollow data={data} limit={limit} />
    </>
  );
}
