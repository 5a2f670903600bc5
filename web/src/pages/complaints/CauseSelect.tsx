import { Select } from "antd";
import { useText } from "../../i18n/useText";
import { type Cause, causes } from "./complaint";

interface CauseSelectProps {
  /** Works as a form item, which gives these. */
  id?: string;
  value?: Cause;
  onChange?: (value: Cause | undefined) => void;
}

/** What brought a complaint about. */
export function CauseSelect(props: CauseSelectProps) {
  const text = useText();
  return (
    <Select<Cause>
      {...props}
      allowClear
      placeholder={text("complaints:rule.cause")}
      options={causes.map((value) => ({ value, label: text(`complaints:cause.${value}`) }))}
    />
  );
}
