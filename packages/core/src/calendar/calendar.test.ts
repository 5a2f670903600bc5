import { beforeEach, describe, expect, it } from "vitest";
import { mintTenant } from "../testing/tenant";
import {
  dropProjectCalendar,
  getFirmCalendar,
  getProjectCalendar,
  setFirmCalendar,
  setProjectCalendar,
} from "./index";
import { usualCalendar } from "./usual";

const usual = usualCalendar("Asia/Shanghai");
const early = { ...usual, week: { ...usual.week, sat: [{ from: "08:00", to: "12:00" }] } };
const night = { ...usual, holidays: [], makeUpDays: [] };
let firm: Awaited<ReturnType<typeof mintTenant>>;
beforeEach(async () => {
  firm = await mintTenant();
});

describe("business hours", () => {
  it("are the usual ones, then the firm's, then the project's own, and the firm's again", async () => {
    const { projectId } = firm;
    const ofProject = () => firm.as("technician", () => getProjectCalendar({ projectId }));
    expect(await ofProject()).toEqual({ calendar: usual, of: "usual", zone: "Asia/Shanghai" });
    await firm.as("headquarters", () => setFirmCalendar({ calendar: early }));
    expect(await ofProject()).toMatchObject({ calendar: early, of: "firm" });
    for (const calendar of [usual, night])
      await firm.as("headquarters", () => setProjectCalendar({ projectId, calendar }));
    expect(await ofProject()).toMatchObject({ calendar: night, of: "project" });
    expect(await firm.as("auditor", () => getFirmCalendar({}))).toMatchObject({ of: "firm" });
    for (let twice = 0; twice < 2; twice++)
      expect(await firm.as("headquarters", () => dropProjectCalendar({ projectId }))).toMatchObject({
        calendar: early,
        of: "firm",
      });
    expect(await ofProject()).toMatchObject({ of: "firm" });
  });

  it("are headquarters' to set, within what can be worked", async () => {
    const { projectId } = firm;
    const bad = { ...usual, makeUpDays: ["2026-10-01"] };
    for (const set of [
      () => setFirmCalendar({ calendar: usual }),
      () => setProjectCalendar({ projectId, calendar: usual }),
    ])
      await expect(firm.as("project_manager", set)).rejects.toMatchObject({ code: "forbidden" });
    await expect(firm.as("headquarters", () => setFirmCalendar({ calendar: bad }))).rejects.toMatchObject({
      code: "bad_request",
      field: "calendar.makeUpDays",
    });
  });
});
