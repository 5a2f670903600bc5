import type { OutputOf } from "../../api/contract";

export type House = OutputOf<"GET /houses/{houseId}">;
/** A person's tie to a house. */
export type Tie = House["people"][number];

/** Who is tied to the house now, and who was, the last to leave first. */
export function partedPeople(people: readonly Tie[]): { present: Tie[]; past: Tie[] } {
  return {
    present: people.filter((one) => one.to === undefined),
    past: people.flatMap(pastTimes).sort((a, b) => (b.to ?? "").localeCompare(a.to ?? "")),
  };
}

/** The times that are over; who came back has one for each time they were there. */
const pastTimes = ({ earlier = [], ...tie }: Tie): Tie[] => [
  ...earlier.map((time) => ({ ...tie, from: time.from, to: time.to })),
  ...(tie.to === undefined ? [] : [tie]),
];

/** Those who need more attention, each once. */
export const caredFor = (people: readonly Tie[]): Tie[] =>
  people.filter(
    (one, index) =>
      one.to === undefined &&
      one.keyCare !== undefined &&
      people.findIndex((same) => same.residentId === one.residentId && same.to === undefined) === index,
  );
