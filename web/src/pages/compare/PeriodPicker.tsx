import { LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Button, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import styles from "./Compare.module.css";
import { choices, inKind, kindOf, moved, type PeriodKind, periodName, presentOf } from "./period";

interface PeriodPickerProps {
  period: string;
  /** The month it is now where the firm is, "2026-11". */
  thisMonth: string;
  onChange: (period: string) => void;
  /** Months alone may be chosen. */
  monthly?: boolean;
}

/** Chooses a month or a year: one step back or on, or from a list. */
export function PeriodPicker({ period, thisMonth, onChange, monthly = false }: PeriodPickerProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const kind = kindOf(period);
  const present = presentOf(kind, thisMonth);
  return (
    <div className={styles.period}>
      {monthly ? null : (
        <Segmented<PeriodKind>
          aria-label={text("compare:period.kind")}
          value={kind}
          options={(["month", "year"] as const).map((value) => ({
            value,
            label: text(`compare:period.${value}`),
          }))}
          onChange={(next) => onChange(inKind(period, next, thisMonth))}
        />
      )}
      <div className={styles.steps}>
        <Button
          type="text"
          icon={<LeftOutlined />}
          aria-label={text("compare:period.earlier")}
          onClick={() => onChange(moved(period, -1))}
        />
        <Select
          className={styles.choice}
          aria-label={text("compare:period.label")}
          value={period}
          options={choices(period, thisMonth).map((value) => ({
            value,
            label: periodName(value, i18n.language),
          }))}
          onChange={onChange}
        />
        <Button
          type="text"
          icon={<RightOutlined />}
          aria-label={text("compare:period.later")}
          disabled={period >= present}
          onClick={() => onChange(moved(period, 1))}
        />
      </div>
    </div>
  );
}
