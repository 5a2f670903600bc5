import { DatePicker } from "antd";
import dayjs from "dayjs";
import { useNarrow } from "../theme/useNarrow";

interface PickerProps {
  /** Works as a form item. */
  value?: string;
  onChange?: (value: string | undefined) => void;
  id?: string;
  label?: string;
  placeholder?: string;
  /** First and last that may be chosen. */
  min?: string;
  max?: string;
  /** Whether it may be left empty again. */
  clearable?: boolean;
}

const forms = { date: "YYYY-MM-DD", month: "YYYY-MM" } as const;

function Picker({
  kind,
  value,
  onChange,
  id,
  label,
  placeholder,
  min,
  max,
  clearable,
}: PickerProps & { kind: keyof typeof forms }) {
  // On a phone the keyboard would cover what is to be touched.
  const narrow = useNarrow();
  return (
    <DatePicker
      id={id}
      aria-label={label}
      picker={kind}
      format={forms[kind]}
      placeholder={placeholder}
      value={value ? dayjs(value) : null}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      allowClear={clearable ?? false}
      inputReadOnly={narrow}
      style={{ width: "100%", maxWidth: 240 }}
      onChange={(day) => onChange?.(day?.format(forms[kind]))}
    />
  );
}

/** A local calendar date, "2026-11-21". */
export const DayInput = (props: PickerProps) => <Picker {...props} kind="date" />;

/** A local month, "2026-11". */
export const MonthInput = (props: PickerProps) => <Picker {...props} kind="month" />;
