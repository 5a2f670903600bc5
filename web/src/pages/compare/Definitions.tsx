import { Button } from "antd";
import { useId } from "react";
import { useText } from "../../i18n/useText";
import styles from "./Compare.module.css";
import { figuresOf } from "./figures";

const groups = ["satisfaction", "collection", "service"] as const;

/** Every figure of the comparison in a sentence. */
export function Definitions() {
  const text = useText();
  const id = useId();
  const jump = (group: string) => document.getElementById(`${id}${group}`)?.scrollIntoView();
  return (
    <div className={styles.definitions}>
      <nav className={styles.jumps} aria-label={text("compare:view.label")}>
        {groups.map((group) => (
          <Button key={group} onClick={() => jump(group)}>
            {text(`compare:view.${group}`)}
          </Button>
        ))}
      </nav>
      {groups.map((group) => (
        <section key={group}>
          <h3 id={`${id}${group}`} className={styles.group}>
            {text(`compare:view.${group}`)}
          </h3>
          <dl className={styles.meanings}>
            {figuresOf[group].map((name) => (
              <div key={name}>
                <dt>{text(`figures:${name}.name`)}</dt>
                <dd>{text(`figures:${name}.definition`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p>{text("compare:noDenominator")}</p>
    </div>
  );
}
