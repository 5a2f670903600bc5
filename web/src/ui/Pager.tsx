import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { Paged } from "../api/useQueryOf";
import { useText } from "../i18n/useText";
import styles from "./Pager.module.css";
import type { PagerState } from "./usePager";

interface PagerProps<T> {
  pager: PagerState<T>;
  data: Paged<T>;
  narrow: boolean;
}

/** Under a list: back and forth at a desk, one more page beneath on a phone; nothing when all is shown. */
export function Pager<T>({ pager, data, narrow }: PagerProps<T>) {
  const text = useText();
  const count = data.pages.reduce((sum, page) => sum + page.length, 0);
  if (data.pages.length <= 1 && !data.hasMore) return null;
  if (narrow) {
    return (
      <div className={styles.more}>
        <span role="status">{text("common:table.loaded", { count })}</span>
        {data.hasMore ? (
          <Button block loading={data.isFetchingNext} onClick={() => void data.more()}>
            {text("common:table.more")}
          </Button>
        ) : null}
      </div>
    );
  }
  return (
    <nav className={styles.pager}>
      <Button
        type="text"
        icon={<LeftOutlined />}
        aria-label={text("common:table.previous")}
        disabled={pager.index === 0}
        onClick={pager.previous}
      />
      <span role="status">{text("common:table.page", { page: pager.index + 1 })}</span>
      <Button
        type="text"
        icon={<RightOutlined />}
        aria-label={text("common:table.next")}
        disabled={!pager.hasNext}
        loading={pager.waiting}
        onClick={pager.next}
      />
    </nav>
  );
}
