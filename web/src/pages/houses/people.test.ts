import { expect, test } from "vitest";
import { caredFor, partedPeople, type Tie } from "./people";

const tie = (residentId: string, more: Partial<Tie> = {}): Tie => ({
  residentId,
  houseId: "hou_1",
  projectId: "prj_1",
  houseCode: "3-1-502",
  as: "owner",
  name: residentId,
  locale: "zh-CN",
  refuses: [],
  sound: "",
  initials: "",
  ...more,
});

test("who left stands apart, the last to leave first", () => {
  const people = [tie("early", { to: "2020-01-01" }), tie("here"), tie("late", { to: "2026-01-01" })];
  const { present, past } = partedPeople(people);
  expect(present.map(({ residentId }) => residentId)).toEqual(["here"]);
  expect(past.map(({ residentId }) => residentId)).toEqual(["late", "early"]);
});

test("who came back is here, and stands among the past for each time before", () => {
  const earlier = [{ from: "2019-01-01", to: "2020-01-01" }, { to: "2018-01-01" }];
  const { present, past } = partedPeople([tie("back", { from: "2026-01-01", earlier })]);
  expect(present.map(({ from }) => from)).toEqual(["2026-01-01"]);
  expect(past.map(({ from, to }) => [from, to])).toEqual([
    ["2019-01-01", "2020-01-01"],
    [undefined, "2018-01-01"],
  ]);
});

test("a note on somebody tied twice is said once, and not of those who left", () => {
  const note = { keyCare: "lives alone" };
  const people = [
    tie("twice", note),
    tie("twice", { ...note, as: "family" }),
    tie("gone", { ...note, to: "2026-01-01" }),
    tie("none"),
  ];
  expect(caredFor(people).map(({ residentId, as }) => [residentId, as])).toEqual([["twice", "owner"]]);
  const returned = [tie("back", { ...note, to: "2020-01-01" }), tie("back", note)];
  expect(caredFor(returned)).toHaveLength(1);
});
