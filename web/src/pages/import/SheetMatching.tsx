import { useQueryClient } from "@tanstack/react-query";
import { Alert, Collapse, Spin } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { keyOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { FieldSelects } from "./FieldSelects";
import styles from "./Import.module.css";
import { alike, type Matching } from "./matching";
import type { ImportView, Preview, PreviewSheet } from "./useImport";
import { useWords } from "./useWords";

/** Which column is which, sheet by sheet; a change reads the file anew. */
export function SheetMatching({ view, preview }: { view: ImportView; preview: Preview }) {
  const text = useText();
  const queryClient = useQueryClient();
  const { importId } = view;
  const match = useCommand("PUT /imports/{importId}/matching", {
    onSuccess: (next) => queryClient.setQueryData(keyOf("GET /imports/{importId}", { importId }), next),
  });
  const { sheets } = preview;
  const faulty = sheets.filter((sheet) => sheet.missing.length > 0).map((sheet) => sheet.sheet);
  const [open, setOpen] = useState<string[]>(
    sheets.length === 1 ? sheets.map(keyOfSheet) : faulty.map(named),
  );
  const forAll = alike(sheets);
  const change = (sheet: string, matching: Matching) => match.mutate({ importId, sheet, matching });
  return (
    <Panel title={text("import:match.title")} intro={text("import:match.intro")}>
      <Spin spinning={match.isPending} description={text("import:match.reading")}>
        <Collapse
          activeKey={open}
          onChange={(keys) => setOpen([keys].flat())}
          items={sheets.map((sheet) => ({
            key: keyOfSheet(sheet),
            label: <SheetHead sheet={sheet} fileName={view.fileName} />,
            children: (
              <>
                <SheetNotes view={view} sheet={sheet} />
                <FieldSelects
                  fields={view.fields}
                  sheet={sheet}
                  onChange={(matching) => change(sheet.sheet, matching)}
                  onAll={forAll ? (matching) => change("*", matching) : undefined}
                />
              </>
            ),
          }))}
        />
      </Spin>
    </Panel>
  );
}

// The one sheet of a CSV has no name, and an empty key is none.
const named = (sheet: string) => `sheet ${sheet}`;
const keyOfSheet = ({ sheet }: PreviewSheet) => named(sheet);

function SheetHead({ sheet, fileName }: { sheet: PreviewSheet; fileName: string }) {
  const text = useText();
  return (
    <span className={styles.facts}>
      <strong>{sheet.sheet || fileName}</strong>
      <span className={styles.soft}>{text("import:match.good", { count: sheet.good })}</span>
      {sheet.refused > 0 ? (
        <span className={styles.badWords}>{text("import:match.refused", { count: sheet.refused })}</span>
      ) : null}
    </span>
  );
}

function SheetNotes({ view, sheet }: { view: ImportView; sheet: PreviewSheet }) {
  const text = useText();
  const words = useWords();
  const fieldName = (field: string) =>
    words(
      view.fields.find((one) => one.field === field),
      field,
    );
  return (
    <div className={styles.notes}>
      <p className={styles.soft}>
        {sheet.row > 0
          ? text("import:match.headingRow", { row: sheet.row })
          : text("import:match.noHeadings")}
      </p>
      {sheet.missing.length > 0 ? (
        <Alert
          type="error"
          showIcon
          title={text("import:match.missing", {
            fields: sheet.missing.map(fieldName).join(text("import:and")),
          })}
        />
      ) : null}
      {sheet.reasons.length > 0 ? (
        <ul className={styles.reasons}>
          {sheet.reasons.map(({ reason, count }) => (
            <li key={reason}>
              {words(view.words[reason], reason)}
              <b className="fd-number">{text("import:match.rows", { count })}</b>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
