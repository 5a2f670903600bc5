import { CloseOutlined, FilterOutlined } from "@ant-design/icons";
import { Alert, Button } from "antd";
import { type ReactNode, useState } from "react";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import { FilterForm } from "./FilterForm";
import styles from "./Filters.module.css";
import { SavedFilters } from "./SavedFilters";
import { type TicketSearch, without } from "./search";
import { useFilterWords } from "./useFilterWords";

interface FilterBarProps {
  search: TicketSearch;
  /** Goes where an address leads that asks for this. */
  onChange: (search: TicketSearch) => void;
  /** What else narrows it: the choice of states. */
  children?: ReactNode;
  /** What is shown cannot be narrowed. */
  fixed?: boolean;
}

/** What a list of tickets is narrowed to: saved filters, the way to narrow it, and each narrowing with its way out. */
export function FilterBar({ search, onChange, children, fixed = false }: FilterBarProps) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const words = useFilterWords(fixed ? {} : search);
  return (
    <div className={styles.bar}>
      <SavedFilters search={search} onOpen={onChange}>
        {fixed ? null : (
          <Button icon={<FilterOutlined />} onClick={() => setOpen(true)}>
            {text("filters:title")}
          </Button>
        )}
      </SavedFilters>
      {children}
      {words.length > 0 ? (
        <ul className={styles.tags} aria-label={text("filters:title")}>
          {words.map(({ name, words: told, gone }) => (
            <li key={name} className={gone ? `${styles.tag} ${styles.gone}` : styles.tag}>
              {told}
              <button
                type="button"
                className={styles.drop}
                aria-label={text("filters:drop", { what: told })}
                onClick={() => onChange(without(search, name))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {words.map(({ name, gone }) =>
        gone ? <Alert key={name} type="warning" showIcon title={gone} /> : null,
      )}
      <Sheet open={open} title={text("filters:title")} onClose={() => setOpen(false)}>
        <FilterForm
          search={search}
          onDone={(next) => {
            setOpen(false);
            onChange(next);
          }}
        />
      </Sheet>
    </div>
  );
}
