import { DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useConfirm } from "../../ui/useConfirm";
import styles from "./Filters.module.css";
import type { SavedFilter } from "./search";
import { changedFilters, useSavedFilters } from "./useSavedFilters";

/** The saved filters one under the other, to be renamed, shared, removed, and one chosen to begin with. */
export function ManageFilters() {
  const text = useText();
  const { items, begin } = useSavedFilters();
  if (items.length === 0) return <p>{text("filters:none")}</p>;
  return (
    <ul className={styles.kept}>
      {items.map((one) => (
        <Kept key={one.filterId} one={one} begins={one.filterId === begin?.filterId} />
      ))}
    </ul>
  );
}

function Kept({ one, begins }: { one: SavedFilter; begins: boolean }) {
  const text = useText();
  const confirm = useConfirm();
  const [renaming, setRenaming] = useState(false);
  const options = { changes: changedFilters };
  const change = useCommand("PATCH /ticket-filters/{filterId}", {
    ...options,
    onSuccess: () => setRenaming(false),
  });
  const remove = useCommand("DELETE /ticket-filters/{filterId}", options);
  const begin = useCommand("PUT /ticket-filters/default", options);
  const { filterId, name, shared, ownerName, mine, changeable } = one;
  const busy = change.isPending || remove.isPending || begin.isPending;

  async function ask() {
    const title = text("filters:removeTitle", { name });
    const body = shared ? text("filters:removeShared") : undefined;
    if (await confirm({ title, body, action: text("filters:remove"), danger: true }))
      remove.mutate({ filterId });
  }

  return (
    <li className={styles.one}>
      {renaming ? (
        <Input.Search
          defaultValue={name}
          aria-label={text("filters:name")}
          maxLength={30}
          autoFocus
          enterButton={text("filters:rename")}
          loading={change.isPending}
          onSearch={(next) => next.trim() && change.mutate({ filterId, name: next.trim() })}
        />
      ) : (
        <div className={styles.head}>
          <strong className={styles.name}>{name}</strong>
          {changeable ? (
            <span className={styles.deeds}>
              <Button
                type="text"
                icon={<EditOutlined />}
                aria-label={text("filters:renameOne", { name })}
                disabled={busy}
                onClick={() => setRenaming(true)}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={text("filters:removeOne", { name })}
                disabled={busy}
                onClick={() => void ask()}
              />
            </span>
          ) : null}
        </div>
      )}
      {shared && ownerName ? (
        <small className={styles.soft}>{text("filters:sharedBy", { name: ownerName })}</small>
      ) : null}
      <div className={styles.choices}>
        <Checkbox
          checked={begins}
          disabled={busy}
          onChange={({ target }) => begin.mutate({ filterId: target.checked ? filterId : null })}
        >
          {text("filters:begin")}
        </Checkbox>
        {mine ? (
          <Checkbox
            checked={shared}
            disabled={busy}
            onChange={({ target }) => change.mutate({ filterId, shared: target.checked })}
          >
            {text("filters:share")}
          </Checkbox>
        ) : null}
      </div>
    </li>
  );
}
