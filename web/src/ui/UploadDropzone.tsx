import { CloudUploadOutlined } from "@ant-design/icons";
import { Alert, Button, Progress } from "antd";
import { type DragEvent, useId, useState } from "react";
import type { UploadProgress } from "../api/upload";
import { useText } from "../i18n/useText";
import { faultOf } from "./fileCheck";
import { formatBytes } from "./format";
import styles from "./UploadDropzone.module.css";
import { useUpload } from "./useUpload";

interface UploadDropzoneProps<T> {
  /** What is to be chosen, such as "a spreadsheet of houses". */
  label: string;
  /** Lower-case extensions with their dot, such as ".xlsx". */
  extensions: readonly string[];
  maxBytes: number;
  /** Sends the file and resolves with the server's answer. */
  send: (file: File, progress: UploadProgress) => Promise<T>;
  onDone: (answer: T, file: File) => void;
}

/** A place to choose or drop one file, with progress, a way to stop, and clear words when it cannot be taken. */
export function UploadDropzone<T>({ label, extensions, maxBytes, send, onDone }: UploadDropzoneProps<T>) {
  const text = useText();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const upload = useUpload(send, onDone);
  const types = extensions.join(" / ");

  function take(file: File | undefined): void {
    if (!file) return;
    const fault = faultOf(file, { extensions, maxBytes });
    const words = { name: file.name, size: formatBytes(file.size), limit: formatBytes(maxBytes), types };
    setRefusal(fault ? text(`common:upload.${fault}`, words) : null);
    if (!fault) upload.start(file);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  if (upload.part !== null) return <Sending part={upload.part} onCancel={upload.cancel} />;
  const problem = refusal ?? upload.problem;
  return (
    <div className={styles.wrap}>
      <label
        htmlFor={id}
        className={`${styles.zone} ${over ? styles.over : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          className="fd-visually-hidden"
          accept={extensions.join(",")}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file, corrected, must be choosable again.
            event.target.value = "";
          }}
        />
        <CloudUploadOutlined className={styles.icon} aria-hidden />
        <strong className={styles.label}>{label}</strong>
        <span>
          <span className={styles.choose}>{text("common:upload.choose")}</span>{" "}
          <span className={styles.drop}>{text("common:upload.drop")}</span>
        </span>
        <small className={styles.limit}>
          {text("common:upload.limit", { types, size: formatBytes(maxBytes) })}
        </small>
      </label>
      {problem ? <Alert type="error" showIcon title={problem} role="alert" /> : null}
    </div>
  );
}

function Sending({ part, onCancel }: { part: number; onCancel: () => void }) {
  const text = useText();
  const percent = Math.floor(part * 100);
  const words = part < 1 ? text("common:upload.sending", { percent }) : text("common:upload.checking");
  return (
    <div className={`${styles.zone} ${styles.busy}`}>
      <span role="status">{words}</span>
      <Progress percent={percent} status="active" showInfo={false} aria-label={words} />
      <Button onClick={onCancel}>{text("common:upload.cancel")}</Button>
    </div>
  );
}
