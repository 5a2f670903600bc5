import * as z from "zod";
import { dateOf, daysAfter, instant, isoNow, localDate } from "../clock";
import { useActor } from "../context";
import { badRequest, conflict, notFound } from "../error";
import { idOf, newId } from "../id";
import { Member } from "../member/index";
import { reaches } from "../member/scope";
import { needProject } from "../project/reach";
import { faultOf } from "../routing/decide";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { type Duty, dutiesAt, dutiesOn } from "./duty";
import { needRoster } from "./reach";
import { mostExceptions, Roster, type RosterItem, rosterSchema } from "./roster.entity";

const person = z.object({ memberId: z.string(), name: z.string() });
const dutyView = z.object({
  date: localDate,
  shift: z.int(),
  name: z.string(),
  from: instant,
  to: instant,
  excepted: z.boolean(),
  people: z.array(person),
});
const summary = rosterSchema.omit({ exceptions: true, createdAt: true }).extend({
  /** The shifts that are on now. */
  now: z.array(dutyView),
  /** Everybody who is on any shift. */
  people: z.array(person),
});

/** The rosters of the member's projects, with who is on duty now. */
export const listRosters = verb({
  name: "roster.list",
  may: "ticket.read",
  input: z.strictObject({ projectId: idOf("project").optional() }),
  output: z.object({ items: z.array(summary) }),
  run: async ({ projectId }) => {
    if (projectId) await needProject(projectId);
    const now = isoNow();
    const items: z.output<typeof summary>[] = [];
    for await (const roster of Roster.all("table", ["roster"]))
      if (reaches(useActor(), roster.projectId) && (!projectId || projectId === roster.projectId))
        items.push(await summaryOf(roster, now));
    return { items };
  },
});

const weekDays = 7;

/** A roster with its plan for a week, from today or from a date on. */
export const getRoster = verb({
  name: "roster.get",
  may: "ticket.read",
  input: z.strictObject({ rosterId: idOf("roster"), from: localDate.optional() }),
  output: summary.extend({ from: localDate, week: z.array(dutyView) }),
  run: async ({ rosterId, from }) => {
    const [roster, zone, now] = [await needRoster(rosterId), await tenantZone(), isoNow()];
    const first = from ?? dateOf(now, zone);
    const dates = Array.from({ length: weekDays }, (_, i) => daysAfter(first, i));
    const week = dates.flatMap((date) => dutiesOn(roster, date, zone));
    const names = await namesOf(week.flatMap(({ memberIds }) => memberIds));
    return {
      ...(await summaryOf(roster, now)),
      from: first,
      week: week.map((duty) => shown(duty, names)),
    };
  },
});

const given = rosterSchema.pick({ name: true, trade: true, shifts: true }).shape;

/** A new roster of a project. */
export const createRoster = verb({
  name: "roster.create",
  may: "ticket.dispatch",
  input: z.strictObject({ projectId: idOf("project"), ...given }),
  output: summary,
  run: async (input, work) => {
    await needProject(input.projectId);
    await needFit(input.projectId, peopleIn(input.shifts), []);
    const fields = { ...input, rosterId: newId("roster"), exceptions: [], createdAt: work.now };
    const roster = work.create(Roster, fields);
    work.about(roster.rosterId, roster.projectId, roster.name);
    return summaryOf(roster, work.now);
  },
});

/** Changes a roster's name, trade or shifts. */
export const changeRoster = verb({
  name: "roster.change",
  may: "ticket.dispatch",
  input: z.strictObject({
    rosterId: idOf("roster"),
    name: given.name.optional(),
    trade: given.trade.optional(),
    shifts: given.shifts.optional(),
  }),
  output: summary,
  run: async ({ rosterId, ...said }, work) => {
    const roster = await needRoster(rosterId);
    const { name = roster.name, trade = roster.trade, shifts = roster.shifts } = said;
    await needFit(roster.projectId, peopleIn(shifts), peopleIn(roster.shifts));
    work.about(rosterId, roster.projectId, name);
    return summaryOf(work.patch(Roster, roster, { name, trade, shifts }), work.now);
  },
});

/** Says who is on a shift on one date: others than usual, nobody, or without `memberIds` again who usually is. */
export const setRosterDay = verb({
  name: "roster.setDay",
  may: "ticket.dispatch",
  input: z.strictObject({
    rosterId: idOf("roster"),
    date: localDate,
    shift: z.int().min(1).max(999),
    memberIds: z.array(idOf("member")).max(20).optional(),
  }),
  output: summary,
  run: async ({ rosterId, date, shift, memberIds }, work) => {
    const roster = await needRoster(rosterId);
    if (!roster.shifts.some((one) => one.shift === shift)) throw notFound();
    await needFit(roster.projectId, memberIds ?? [], peopleIn(roster.shifts));
    const zone = await tenantZone();
    // Nobody looks at what was swapped long ago.
    const since = daysAfter(dateOf(work.now, zone), -60);
    const others = roster.exceptions.filter(
      (one) => one.date >= since && (one.date !== date || one.shift !== shift),
    );
    const exceptions = memberIds ? [...others, { date, shift, memberIds }] : others;
    if (exceptions.length > mostExceptions) throw badRequest("Too many days differ from this roster", "date");
    work.about(rosterId, roster.projectId, `${roster.name} ${date}`);
    return summaryOf(work.patch(Roster, roster, { exceptions }), work.now);
  },
});

/** Removes a roster; what was handed over by it stays. */
export const removeRoster = verb({
  name: "roster.remove",
  may: "ticket.dispatch",
  input: z.strictObject({ rosterId: idOf("roster") }),
  output: z.object({ rosterId: z.string() }),
  run: async ({ rosterId }, work) => {
    const roster = await needRoster(rosterId);
    if (roster.handoverId) throw conflict("A handover of this roster is under way");
    work.remove(Roster, roster);
    work.about(rosterId, roster.projectId, roster.name);
    return { rosterId };
  },
});

const peopleIn = (shifts: RosterItem["shifts"]) => [...new Set(shifts.flatMap(({ memberIds }) => memberIds))];

/** Whoever is put on a shift works there; who was on one before may have left since, so that the rest can be changed. */
async function needFit(projectId: string, memberIds: readonly string[], before: readonly string[]) {
  const added = memberIds.filter((memberId) => !before.includes(memberId));
  const members = await Member.batch(added.map((memberId) => ({ memberId })));
  if (members.length < new Set(added).size) throw notFound();
  if (members.some((member) => faultOf(member, projectId)))
    throw badRequest("Somebody on the roster does no work in this project", "shifts");
}

type Names = ReadonlyMap<string, string>;

/** The names of those who are still there. */
async function namesOf(memberIds: readonly string[]): Promise<Names> {
  const members = await Member.batch(memberIds.map((memberId) => ({ memberId })));
  const active = members.filter(({ state }) => state === "active");
  return new Map(active.map(({ memberId, name }) => [memberId, name]));
}

const named = (memberIds: readonly string[], names: Names) =>
  memberIds.flatMap((memberId) => {
    const name = names.get(memberId);
    return name ? [{ memberId, name }] : [];
  });

const shown = ({ date, shift, memberIds, excepted, from, to }: Duty, names: Names) => ({
  ...{ date, shift: shift.shift, name: shift.name, from, to, excepted },
  people: named(memberIds, names),
});

async function summaryOf(roster: RosterItem, at: string): Promise<z.output<typeof summary>> {
  const duties = dutiesAt(roster, at, await tenantZone());
  const everybody = peopleIn(roster.shifts);
  const names = await namesOf([...everybody, ...duties.flatMap(({ memberIds }) => memberIds)]);
  const { exceptions: _exceptions, createdAt: _createdAt, ...rest } = roster;
  return { ...rest, now: duties.map((duty) => shown(duty, names)), people: named(everybody, names) };
}
