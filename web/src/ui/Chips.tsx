import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./Chips.module.css";

interface ChipsProps<T extends string> {
  /** What is being chosen, for those who hear it. */
  label: string;
  options: readonly { value: T; label: ReactNode }[];
  /** Takes the keys as soon as it is there. */
  autoFocus?: boolean;
  /** Works as a form item. */
  value?: T;
  onChange?: (value: T) => void;
}

/** One choice of a few, all in sight, each as large as a thumb. */
export function Chips<T extends string>({ label, options, autoFocus, value, onChange }: ChipsProps<T>) {
  const name = useId();
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (autoFocus) group.current?.querySelector<HTMLInputElement>("input:checked, input")?.focus();
  }, [autoFocus]);
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={styles.chips}>
      {options.map((option) => (
        <label key={option.value} className={styles.chip}>
          <input
            type="radio"
            name={name}
            className="fd-visually-hidden"
            checked={option.value === value}
            onChange={() => onChange?.(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
