import * as z from "zod";
import { forgetTimings } from "../clocks/timing";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { type Calendar, calendarSchema } from "./calendar";
import { firmScope, OwnCalendar } from "./calendar.entity";
import { usualCalendar } from "./usual";

/** Whose calendar it is: the project's own, else the firm's, else the usual one. */
const view = z.object({
  calendar: calendarSchema,
  of: z.enum(["usual", "firm", "project"]),
  zone: z.string(),
});

const ofProject = z.strictObject({ projectId: idOf("project") });

/** The firm's business hours. */
export const getFirmCalendar = verb({
  name: "calendar.getFirm",
  may: "project.read",
  input: z.strictObject({}),
  output: view,
  run: () => calendarIn(),
});

/** A project's business hours. */
export const getProjectCalendar = verb({
  name: "calendar.getProject",
  may: "project.read",
  input: ofProject,
  output: view,
  run: async ({ projectId }) => {
    await needProject(projectId);
    return calendarIn(projectId);
  },
});

/** Sets the firm's business hours; clocks that run keep their time. */
export const setFirmCalendar = verb({
  name: "calendar.setFirm",
  may: "tenant.manage",
  input: z.strictObject({ calendar: calendarSchema }),
  output: view,
  run: async ({ calendar }, work) => {
    await put(work, firmScope, calendar);
    work.about(work.tenantId);
    return { calendar, of: "firm" as const, zone: await tenantZone() };
  },
});

/** Gives a project business hours of its own; clocks that run keep their time. */
export const setProjectCalendar = verb({
  name: "calendar.setProject",
  may: "project.manage",
  input: ofProject.extend({ calendar: calendarSchema }),
  output: view,
  run: async ({ projectId, calendar }, work) => {
    await needProject(projectId);
    await put(work, projectId, calendar);
    work.about(projectId, projectId);
    return { calendar, of: "project" as const, zone: await tenantZone() };
  },
});

/** Lets a project follow the firm's business hours again. */
export const dropProjectCalendar = verb({
  name: "calendar.dropProject",
  may: "project.manage",
  input: ofProject,
  output: view,
  run: async ({ projectId }, work) => {
    await needProject(projectId);
    const own = await OwnCalendar.get({ scope: projectId });
    if (own) {
      work.remove(OwnCalendar, own);
      work.onSettled((committed) => committed && forgetTimings());
      work.about(projectId, projectId);
    }
    return calendarIn();
  },
});

async function calendarIn(projectId?: string): Promise<z.output<typeof view>> {
  const zone = await tenantZone();
  const own = projectId && (await OwnCalendar.get({ scope: projectId }));
  if (own) return { calendar: own.calendar, of: "project", zone };
  const firm = await OwnCalendar.get({ scope: firmScope });
  return firm
    ? { calendar: firm.calendar, of: "firm", zone }
    : { calendar: usualCalendar(zone), of: "usual", zone };
}

async function put(work: Work, scope: string, calendar: Calendar) {
  const own = await OwnCalendar.get({ scope });
  if (own) work.patch(OwnCalendar, own, { calendar });
  else work.create(OwnCalendar, { scope, calendar }, "race");
  work.onSettled((committed) => committed && forgetTimings());
}
