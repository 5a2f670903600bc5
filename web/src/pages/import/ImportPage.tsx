import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { uploadTo } from "../../api/client";
import { keyOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { UploadDropzone } from "../../ui/UploadDropzone";
import { EarlierImports } from "./EarlierImports";
import styles from "./Import.module.css";
import type { ImportKind } from "./useImport";

const kinds = ["houses", "arrears"] as const satisfies readonly ImportKind[];
const extensions = [".xlsx", ".csv"];
/** As the server has it. */
const maxBytes = 20 * 1024 * 1024;

/** Where files come in: what it holds, the file itself, and what came in before. */
export default function ImportPage() {
  const text = useText();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<ImportKind>("houses");
  return (
    <>
      <PageHeader title={text("import:title")} subtitle={text("import:subtitle")} />
      <Panel title={text("import:new.title")}>
        <div className={styles.stack}>
          <Chips<ImportKind>
            label={text("import:new.kind")}
            options={kinds.map((value) => ({ value, label: text(`import:kind.${value}`) }))}
            value={kind}
            onChange={setKind}
          />
          <p className={styles.soft}>{text(`import:new.hint.${kind}`)}</p>
          <UploadDropzone
            key={kind}
            label={text(`import:new.file.${kind}`)}
            extensions={extensions}
            maxBytes={maxBytes}
            send={(file, progress) =>
              uploadTo("POST /imports", { kind, fileName: file.name.slice(-200) }, file, progress)
            }
            onDone={(view) => {
              queryClient.setQueryData(keyOf("GET /imports/{importId}", { importId: view.importId }), view);
              void navigate({ to: "/import/$importId", params: { importId: view.importId } });
            }}
          />
        </div>
      </Panel>
      <EarlierImports />
    </>
  );
}
