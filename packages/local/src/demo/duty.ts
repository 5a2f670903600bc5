import { weekdays } from "@frontdesk/core/calendar/calendar";
import { asIfAt, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { giveHandover, takeHandover } from "@frontdesk/core/handover/index";
import { createRoster } from "@frontdesk/core/roster/index";
import { setRouting } from "@frontdesk/core/routing/index";
import type { DemoFirm } from "./firm";

const every = { days: [...weekdays] };
const byDay = { from: "08:00", to: "20:00" };
const byNight = { from: "20:00", to: "08:00" };

/** Who is on duty in the first project, a shift that was handed over, and rules that give out what is new from now on. */
export async function duty({ projects, actors }: DemoFirm, now: string) {
  const [first] = projects;
  if (!first) return;
  const { headquarters, front_desk: desk, area_manager: area, technician } = actors;
  const { projectId } = first;
  const shifts = [
    { ...every, ...byDay, shift: 1, name: "白班", memberIds: [technician.memberId] },
    { ...every, ...byNight, shift: 2, name: "夜班", memberIds: [area.memberId] },
  ];
  const { rosterId } = await withActor(headquarters, async () => {
    await createRoster({
      ...{ projectId, name: "前台值班", trade: "front_desk" },
      shifts: [{ ...every, ...byDay, shift: 1, name: "白班", memberIds: [desk.memberId] }],
    });
    return createRoster({ projectId, name: "工程值班", trade: "engineering", shifts });
  });
  const note = "地下车库的备用钥匙在前台";
  const { handoverId } = await asIfAt(plus(now, { minutes: -20 }), () =>
    withActor(area, () => giveHandover({ rosterId, note })),
  );
  await asIfAt(plus(now, { minutes: -10 }), () => withActor(technician, () => takeHandover({ handoverId })));
  const all = { projectIds: "all" as const, when: { at: "always" as const } };
  const rules = [
    { ...all, name: "突发事件找安防", kind: "emergency" as const, to: { trade: "security" as const } },
    {
      ...{ name: "夜间报修找值班", kind: "repair" as const, projectIds: [projectId], to: { rosterId } },
      when: { at: "hours" as const, ...every, ...byNight },
    },
    {
      ...{ ...all, name: "电梯找陈师傅", kind: "repair" as const, category: "lift" },
      to: { trade: "engineering" as const, memberId: technician.memberId },
    },
  ];
  await withActor(headquarters, () => setRouting({ rules }));
}
