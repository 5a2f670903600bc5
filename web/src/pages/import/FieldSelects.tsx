import { Button, Select } from "antd";
import { useId } from "react";
import { useText } from "../../i18n/useText";
import styles from "./Import.module.css";
import { type Matching, matchingOf, rematched } from "./matching";
import type { ImportView, PreviewSheet } from "./useImport";
import { useWords } from "./useWords";

interface FieldSelectsProps {
  fields: ImportView["fields"];
  sheet: PreviewSheet;
  onChange: (matching: Matching) => void;
  /** Lays this sheet's matching over all sheets; missing where they differ. */
  onAll?: (matching: Matching) => void;
}

/** For each field the column it is read from. */
export function FieldSelects({ fields, sheet, onChange, onAll }: FieldSelectsProps) {
  const text = useText();
  const words = useWords();
  const id = useId();
  const matching = matchingOf(fields, sheet);
  const columns = sheet.headings.map((heading, value) => ({
    value,
    label: heading || text("import:match.column", { column: value + 1 }),
  }));
  if (columns.length === 0) return null;
  return (
    <>
      <div className={styles.fields}>
        {fields.map(({ field, required, ...label }) => (
          <label key={field} className={styles.field} htmlFor={`${id}${field}`}>
            <span>
              {words(label, field)}
              {required ? <b className={styles.required}>{text("import:match.required")}</b> : null}
            </span>
            <Select<number>
              id={`${id}${field}`}
              allowClear={!required}
              showSearch={{ optionFilterProp: "label" }}
              status={required && matching[field] === null ? "error" : undefined}
              placeholder={text("import:match.none")}
              value={matching[field] ?? undefined}
              options={columns}
              onChange={(column) => onChange(rematched(matching, field, column ?? null))}
            />
          </label>
        ))}
      </div>
      {onAll ? (
        <Button onClick={() => onAll(matching)} className={styles.all}>
          {text("import:match.forAll")}
        </Button>
      ) : null}
    </>
  );
}
