import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { YuanInput } from "../fees/YuanInput";
import { parseYuan } from "../fees/yuan";
import { type Unit, units } from "../prices/price";
import styles from "./Quotes.module.css";
import type { Draft } from "./quote";

/** A hundred thousand yuan for one of anything, as the server takes it. */
const mostFen = 10_000_000;

/** Materials that the price list does not have, in one's own words; without a price they are free. */
export function OwnMaterial({ onAdd }: { onAdd: (line: Draft) => void }) {
  const text = useText();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const [unit, setUnit] = useState<Unit>("piece");
  const [price, setPrice] = useState("");
  const unitFen = price.trim() === "" ? 0 : parseYuan(price);
  const isWhole = name.trim() !== "" && unitFen !== undefined && unitFen <= mostFen;

  function add() {
    if (!isWhole) return;
    const key = `own ${Date.now()} ${name}`;
    onAdd({ key, part: "material", name: name.trim(), unit, unitFen, hundredths: 100 });
    setName("");
    setPrice("");
    setOpen(false);
  }

  if (!open)
    return (
      <Button type="link" style={{ paddingInline: 0 }} onClick={() => setOpen(true)}>
        {text("quotes:ownMaterial")}
      </Button>
    );
  return (
    <div className={styles.own}>
      <Input
        autoFocus
        aria-label={text("quotes:materialName")}
        placeholder={text("quotes:materialName")}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={add}
      />
      <YuanInput
        label={text("quotes:materialPrice")}
        value={price}
        invalid={unitFen === undefined || unitFen > mostFen}
        onChange={setPrice}
      />
      <Select
        aria-label={text("prices:field.unit")}
        value={unit}
        options={units.map((value) => ({ value, label: text(`prices:unit.${value}`) }))}
        onChange={setUnit}
      />
      <Button disabled={!isWhole} onClick={add}>
        {text("quotes:add")}
      </Button>
    </div>
  );
}
