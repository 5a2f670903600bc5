import { Image } from "antd";
import { useText } from "../../i18n/useText";
import styles from "./Ticket.module.css";

/** Photos of a ticket or of a step, small, each opening large. */
export function Photos({ ids }: { ids: readonly string[] }) {
  const text = useText();
  if (ids.length === 0) return null;
  return (
    <Image.PreviewGroup>
      <ul className={styles.photos}>
        {ids.map((id, index) => (
          <li key={id}>
            <Image
              src={`/api/photos/${id}`}
              alt={text("common:photo.alt", { index: index + 1 })}
              width={88}
              height={88}
              loading="lazy"
            />
          </li>
        ))}
      </ul>
    </Image.PreviewGroup>
  );
}
