import { SaveOutlined, SettingOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import styles from "./Filters.module.css";
import { ManageFilters } from "./ManageFilters";
import { SaveForm } from "./SaveForm";
import { filterOf, isSame, narrowings, searchOf, type TicketSearch } from "./search";
import { useSavedFilters } from "./useSavedFilters";

interface SavedFiltersProps {
  search: TicketSearch;
  onOpen: (search: TicketSearch) => void;
  /** What stands before their own buttons. */
  children: ReactNode;
}

/** The saved filters, each opened with one click; the one on the screen can be saved beside them. */
export function SavedFilters({ search, onOpen, children }: SavedFiltersProps) {
  const text = useText();
  const [sheet, setSheet] = useState<"save" | "manage" | null>(null);
  const { items } = useSavedFilters();
  const here = search.show === "mine" ? undefined : filterOf(search);
  const current = items.find(({ filter }) => here && isSame(filter, here));
  const narrowed = narrowings.some((name) => search[name] !== undefined);
  const close = () => setSheet(null);
  return (
    <div className={styles.saved}>
      {items.length > 0 ? (
        <nav className={styles.chips} aria-label={text("filters:saved")}>
          {items.map(({ filterId, name, filter }) => (
            <button
              key={filterId}
              type="button"
              className={styles.chip}
              aria-pressed={filterId === current?.filterId}
              onClick={() => onOpen(searchOf(filter))}
            >
              {name}
            </button>
          ))}
        </nav>
      ) : null}
      {children}
      {here && narrowed && !current ? (
        <Button icon={<SaveOutlined />} onClick={() => setSheet("save")}>
          {text("filters:save")}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Button icon={<SettingOutlined />} onClick={() => setSheet("manage")}>
          {text("filters:manage")}
        </Button>
      ) : null}
      <Sheet open={sheet === "save"} title={text("filters:saveThis")} onClose={close}>
        {here ? <SaveForm filter={here} onDone={close} /> : null}
      </Sheet>
      <Sheet open={sheet === "manage"} title={text("filters:saved")} onClose={close}>
        <ManageFilters />
      </Sheet>
    </div>
  );
}
