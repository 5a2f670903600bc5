import { HomeOutlined, UserOutlined } from "@ant-design/icons";
import { useText } from "../i18n/useText";
import { useProjectScope } from "../session/ProjectScope";
import styles from "./FindBox.module.css";
import { readablePhone } from "./phone";
import { tieOf } from "./ties";
import type { Hit } from "./useFind";

interface FindHitProps {
  id: string;
  hit: Hit;
  active: boolean;
  onPick: () => void;
  onHover: () => void;
}

/** One line of what was found: a house, or a person with their house. */
export function FindHit({ id, hit, active, onPick, onHover }: FindHitProps) {
  const text = useText();
  const { projects } = useProjectScope();
  const project =
    projects.length > 1 ? projects.find((one) => one.projectId === hit.projectId)?.name : undefined;
  const tie = tieOf(hit.as);
  return (
    // The keys are heard by the box, which keeps the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={styles.hit}
      onPointerMove={onHover}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={(event) => event.key === "Enter" && onPick()}
    >
      <span className={styles.icon} aria-hidden>
        {hit.name ? <UserOutlined /> : <HomeOutlined />}
      </span>
      <span className={styles.words}>
        <strong>{hit.houseCode}</strong>
        {hit.name ? <span>{hit.name}</span> : null}
        {tie ? <span className={styles.soft}>{text(`find:tie.${tie}`)}</span> : null}
      </span>
      <span className={styles.soft}>
        {[hit.phone ? readablePhone(hit.phone) : null, project].filter(Boolean).join(" · ")}
      </span>
    </div>
  );
}
