import { LoadingOutlined, SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useState } from "react";
import { failureText } from "../api/failure";
import { useText } from "../i18n/useText";
import { useProjectScope } from "../session/ProjectScope";
import { useNarrow } from "../theme/useNarrow";
import styles from "./FindBox.module.css";
import { FindHit } from "./FindHit";
import { hereFirst } from "./order";
import { type Hit, useFind } from "./useFind";

interface FindBoxProps {
  onPick: (hit: Hit) => void;
  autoFocus?: boolean;
  /** Leaves other hits out. */
  only?: (hit: Hit) => boolean;
  /**
   * What to show of the hit one is at, before it is picked: beside the hits at a desk; on a phone, where a touch
   * picks, only when all hits are of one house.
   */
  peek?: (hit: Hit) => ReactNode;
}

/** Finds a house or a person by phone, house, name or pinyin, while one types; all by keyboard or by thumb. */
export function FindBox({ onPick, autoFocus, only, peek }: FindBoxProps) {
  const text = useText();
  const id = useId();
  const { projectId } = useProjectScope();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [entered, setEntered] = useState(false);
  const { hits: found, busy, error } = useFind(typed);
  const hits = hereFirst(only ? found.filter(only) : found, projectId);
  const active = Math.min(at, hits.length - 1);

  function pick(hit: Hit | undefined) {
    if (!hit) return;
    type("");
    onPick(hit);
  }
  function type(words: string) {
    setTyped(words);
    setAt(0);
    setEntered(false);
  }
  // Enter may come before the hits do; it then holds for what they turn out to be.
  const pickEntered = useEffectEvent(() => {
    setEntered(false);
    pick(hits[active]);
  });
  useEffect(() => {
    if (entered && !busy) pickEntered();
  }, [entered, busy]);
  function onKeyDown(event: KeyboardEvent) {
    // While characters are being composed the keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" && hits.length > 0) setAt((active + 1) % hits.length);
    else if (event.key === "ArrowUp" && hits.length > 0) setAt((active - 1 + hits.length) % hits.length);
    else if (event.key === "Enter") setEntered(typed.trim() !== "");
    else if (event.key === "Escape") type("");
    else return;
    event.preventDefault();
  }

  const open = hits.length > 0;
  const here = hits[active];
  const narrow = useNarrow();
  const peeked =
    peek && here && (!narrow || hits.every((hit) => hit.houseId === here.houseId)) ? peek(here) : null;
  return (
    <div className={styles.box}>
      <Input
        size="large"
        type="search"
        role="combobox"
        aria-label={text("find:label")}
        aria-expanded={open}
        aria-controls={`${id}-hits`}
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        enterKeyHint="search"
        maxLength={60}
        placeholder={text("find:placeholder")}
        prefix={busy ? <LoadingOutlined aria-hidden /> : <SearchOutlined aria-hidden />}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={peeked ? styles.both : undefined}>
        <div
          role="listbox"
          id={`${id}-hits`}
          aria-label={text("find:hits")}
          hidden={!open}
          className={styles.hits}
        >
          {hits.map((hit, index) => (
            <FindHit
              key={`${hit.houseId}${hit.residentId}${hit.as}`}
              id={`${id}-${index}`}
              hit={hit}
              active={index === active}
              onPick={() => pick(hit)}
              onHover={() => setAt(index)}
            />
          ))}
        </div>
        {peeked ? <div className={styles.peek}>{peeked}</div> : null}
      </div>
      <p role="status" className={styles.status}>
        {error ? failureText(error, text) : null}
        {!error && !busy && typed.trim() !== "" && !open ? text("find:none") : null}
      </p>
    </div>
  );
}
