import { expect, test } from "vitest";
import { fieldsOf, positionOf } from "./position";

test("headquarters is everywhere, whatever was chosen before", () => {
  expect(
    positionOf({ role: "headquarters", scope: "some", projectIds: ["prj_1"], trade: "cleaning" }),
  ).toEqual({
    role: "headquarters",
    projectIds: "all",
    trade: undefined,
  });
});

test("only technicians keep their trade", () => {
  const technician = { role: "technician", scope: "some", projectIds: ["prj_1"], trade: "cleaning" } as const;
  expect(positionOf({ ...technician, projectIds: ["prj_1"] })).toEqual({
    role: "technician",
    projectIds: ["prj_1"],
    trade: "cleaning",
  });
  expect(positionOf({ role: "front_desk", scope: "all", trade: "cleaning" }).trade).toBeUndefined();
});

test("a position goes into the form and comes out of it again", () => {
  for (const position of [
    { role: "auditor", projectIds: "all", trade: undefined },
    { role: "technician", projectIds: ["prj_1", "prj_2"], trade: "security" },
  ] as const) {
    const kept = {
      ...position,
      projectIds: position.projectIds === "all" ? ("all" as const) : [...position.projectIds],
    };
    expect(positionOf(fieldsOf(kept))).toEqual(position);
  }
});
