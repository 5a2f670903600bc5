import { useText } from "../../i18n/useText";
import { Figure } from "../../ui/Figure";
import { type householdsOf, rateOf } from "./figures";
import styles from "./Surveys.module.css";

/** How many households were asked, could not be reached, and answered. */
export function ResponseFigures({ households }: { households: ReturnType<typeof householdsOf> }) {
  const text = useText();
  const { answered, asked, invited, undeliverable } = households;
  const label = text("surveys:field.response");
  const counts = [
    [text("surveys:field.answered"), answered],
    [text("surveys:field.invited"), invited],
    [text("surveys:field.undeliverable"), undeliverable],
  ] as const;
  return (
    <dl className={styles.tiles}>
      <div>
        <dt>{label}</dt>
        <dd>
          <Figure
            size="tile"
            kind="rate"
            label={label}
            value={rateOf({ numerator: answered, denominator: asked })}
          />
        </dd>
      </div>
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Figure size="tile" kind="count" label={name} value={count} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
