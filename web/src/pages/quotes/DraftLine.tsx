import { MinusOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useEffect, useState } from "react";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import styles from "./Quotes.module.css";
import { amountOf, type Draft, parseQuantity, quantityText } from "./quote";

interface DraftLineProps {
  line: Draft;
  /** Called with how much of it, in hundredths; 0 takes it away. */
  onChange: (hundredths: number) => void;
}

const most = 999_999;

/** A line that is being written: what, how much of it, and what that comes to. */
export function DraftLine({ line, onChange }: DraftLineProps) {
  const text = useText();
  const { name, unit, unitFen, hundredths } = line;
  const [typed, setTyped] = useState(quantityText(hundredths));
  useEffect(() => setTyped(quantityText(hundredths)), [hundredths]);
  const unitName = text(`prices:unit.${unit}`);
  return (
    <div className={styles.row}>
      <span>
        {name}
        <br />
        <span className={styles.soft}>
          {unitFen === 0
            ? text("quotes:free")
            : `${formatFen(unitFen)}/${unitName} · ${formatFen(amountOf(line))}`}
        </span>
      </span>
      <span className={styles.count}>
        <Button
          aria-label={text("quotes:less", { name })}
          icon={<MinusOutlined aria-hidden />}
          onClick={() => onChange(Math.max(0, hundredths - 100))}
        />
        <Input
          aria-label={text("quotes:quantityOf", { name })}
          inputMode="decimal"
          value={typed}
          status={parseQuantity(typed) === undefined ? "error" : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            const quantity = parseQuantity(event.target.value);
            // What ends in a point is still being typed.
            if (quantity !== undefined && !/[.．]0?$/.test(event.target.value)) onChange(quantity);
          }}
          onBlur={() => setTyped(quantityText(hundredths))}
        />
        <Button
          aria-label={text("quotes:more", { name })}
          icon={<PlusOutlined aria-hidden />}
          disabled={hundredths + 100 > most}
          onClick={() => onChange(hundredths + 100)}
        />
      </span>
    </div>
  );
}
