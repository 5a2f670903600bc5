import type { PauseCause } from "@frontdesk/core/ticket/order.states";
import type { InputOf, JsonName } from "../api/contract";

/** The steps at the place of work, which are taken without a connection too and sent once there is one. */
export const stepDeeds = ["accept", "appoint", "arrive", "start", "pause", "resume", "complete"] as const;
export type StepDeed = (typeof stepDeeds)[number];
type StepRoute = `POST /tickets/{ticketId}/${StepDeed}` & JsonName;

export const routeOf = (deed: StepDeed): StepRoute => `POST /tickets/{ticketId}/${deed}`;

/** What a step says; which parts it needs depends on the step. */
export type StepInput = Omit<InputOf<"POST /tickets/{ticketId}/complete">, "note" | "photos"> & {
  note?: string;
  cause?: PauseCause;
  appointmentAt?: string;
};

/** A file of a step: kept on this device until it is sent, and under which id it was. */
export interface StepFile {
  kept?: string;
  sent?: string;
}

/** A step that waits to be sent. */
export interface KeptStep {
  /** Its Idempotency-Key: however often it is sent, it is taken once. */
  key: string;
  deed: StepDeed;
  input: StepInput;
  files: StepFile[];
  /** For people: which ticket this is of. */
  number: string;
  projectId: string;
  /** The place among those of this device. */
  seq: number;
  /** The service will not take it as it is; those behind it wait. */
  refused?: Refusal;
}

export interface Refusal {
  message: string;
  kind: string;
  /** It is this file that is not taken. */
  file?: string;
}

/** A photo, video or recording that waits to be sent. */
export interface KeptFile {
  id: string;
  blob: Blob;
  at: number;
}

/** Steps of one work order go one behind the other; those of others do not wait for them. */
export const lineOf = ({ input }: Pick<KeptStep, "input">) => `${input.ticketId}#${input.order ?? ""}`;

/** The body as it is sent, always the same for the same step. */
export function bodyOf({ deed, input, files }: KeptStep): InputOf<StepRoute> {
  const photos = files.flatMap(({ sent }) => sent ?? []);
  return (deed === "complete" ? { ...input, photos } : input) as InputOf<StepRoute>;
}
