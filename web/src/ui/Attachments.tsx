import { Image } from "antd";
import { useText } from "../i18n/useText";
import { Attachment } from "./Attachment";
import styles from "./Attachments.module.css";

/** Photos, videos and recordings of a record, small, each opening large; what was removed says so. */
export function Attachments({ ids }: { ids: readonly string[] }) {
  const text = useText();
  if (ids.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <ul className={styles.attachments} aria-label={text("common:attachment.all")}>
        {ids.map((id, index) => (
          <Attachment key={id} id={id} index={index + 1} />
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
