import { useText } from "../../i18n/useText";
import { StatusTag } from "../../ui/StatusTag";
import { type Complaint, severityTones, stateTones } from "./complaint";

/** Where a complaint stands. */
export function ComplaintState({ state }: Pick<Complaint, "state">) {
  const text = useText();
  return <StatusTag tone={stateTones[state]}>{text(`complaints:state.${state}`)}</StatusTag>;
}

/** How severe it is, where that is more than ordinary, and whether the quality department has it. */
export function ComplaintWeight({ severity, level }: Pick<Complaint, "severity" | "level">) {
  const text = useText();
  return (
    <>
      {severity === "ordinary" ? null : (
        <StatusTag tone={severityTones[severity]}>{text(`complaints:severity.${severity}`)}</StatusTag>
      )}
      {level === "headquarters" ? <StatusTag tone="bad">{text("complaints:atQuality")}</StatusTag> : null}
    </>
  );
}
