import type { Tie } from "@frontdesk/core/resident/resident.entity";

const ties: Record<Tie, true> = { owner: true, occupant: true, family: true };

/** As what somebody is tied to a house; undefined for what is no tie. */
export const tieOf = (name: string | undefined): Tie | undefined =>
  name !== undefined && Object.hasOwn(ties, name) ? (name as Tie) : undefined;
