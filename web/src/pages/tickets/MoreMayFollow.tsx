import { Button } from "antd";
import type { Paged } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import styles from "./Tickets.module.css";

interface MoreMayFollowProps {
  data: Paged<unknown>;
  /** How many a full page has. */
  limit: number;
}

/** Under a list of which a page came back short: the server looked through so much of it, and there is more. */
export function MoreMayFollow({ data, limit }: MoreMayFollowProps) {
  const text = useText();
  const last = data.pages.at(-1);
  if (!last || last.length >= limit || !data.hasMore) return null;
  const found = data.pages.some((page) => page.length > 0);
  return (
    <div className={styles.further}>
      <span role="status">{text(found ? "filters:lookedThrough" : "filters:noneYet")}</span>
      <Button loading={data.isFetchingNext} onClick={() => void data.more()}>
        {text("filters:lookFurther")}
      </Button>
    </div>
  );
}
