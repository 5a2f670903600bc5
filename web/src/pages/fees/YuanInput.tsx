import { Input } from "antd";
import { useText } from "../../i18n/useText";

interface YuanInputProps {
  /** What is typed, as it is typed; read it with parseYuan. Works as a form item. */
  value?: string;
  onChange?: (value: string) => void;
  id?: string;
  label?: string;
  size?: "large" | "middle";
  autoFocus?: boolean;
  invalid?: boolean;
  suffix?: string;
}

/** An amount of money as people type it, in yuan. */
export function YuanInput({ value, onChange, id, label, size, autoFocus, invalid, suffix }: YuanInputProps) {
  const text = useText();
  return (
    <Input
      id={id}
      className="fd-number"
      aria-label={label}
      size={size}
      prefix="¥"
      suffix={suffix}
      inputMode="decimal"
      autoComplete="off"
      autoFocus={autoFocus}
      maxLength={20}
      placeholder={text("fees:yuanExample")}
      status={invalid ? "error" : undefined}
      value={value ?? ""}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
}
