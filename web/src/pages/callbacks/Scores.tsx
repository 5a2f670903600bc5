import { Form } from "antd";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { aspects, points } from "./attempt";
import styles from "./Callbacks.module.css";

/** What whoever is reached gives for each side of the work; all may be left out. */
export function Scores() {
  const text = useText();
  return (
    <fieldset className={styles.scores}>
      <legend>{text("callbacks:field.scores")}</legend>
      <p className={styles.hint}>{text("callbacks:scoreHint")}</p>
      {aspects.map((aspect) => (
        <div key={aspect} className={styles.score}>
          <span>{text(`callbacks:aspect.${aspect}`)}</span>
          <Form.Item name={["scores", aspect]} noStyle>
            <Chips
              label={text(`callbacks:aspect.${aspect}`)}
              options={points.map((value) => ({ value, label: value }))}
            />
          </Form.Item>
        </div>
      ))}
    </fieldset>
  );
}
