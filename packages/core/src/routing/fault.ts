/** Why a rule cannot give out what it should: then it is for the project's front desk to give out. */
export const faults = [
  /** The person was disabled. */
  "disabled",
  /** The person does not work in the project any more. */
  "elsewhere",
  /** The person's role does no such work any more. */
  "role",
  /** Nobody of the roster is on duty who works in the project; or there is no such roster any more. */
  "nobodyOnDuty",
] as const;
export type Fault = (typeof faults)[number];
