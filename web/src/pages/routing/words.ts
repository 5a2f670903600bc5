import type { Text } from "../../i18n/text";
import { weekdays } from "../clocks/schedule";
import type { Row, Rule } from "./useRouting";

type Weekday = (typeof weekdays)[number];

/** "every day", "Monday to Friday, Sunday". */
export function daysOf(days: readonly Weekday[], text: Text): string {
  if (weekdays.every((day) => days.includes(day))) return text("routing:everyDay");
  const runs: Weekday[][] = [];
  for (const day of weekdays.filter((one) => days.includes(one))) {
    const run = runs.at(-1);
    const before = weekdays[weekdays.indexOf(day) - 1];
    if (run && run.at(-1) === before) run.push(day);
    else runs.push([day]);
  }
  const words = runs.flatMap((run) => {
    const [first, last] = [run[0] ?? "mon", run.at(-1) ?? "mon"].map((day) => text(`clocks:day.${day}`));
    return run.length > 2
      ? text("routing:dayRun", { first: first ?? "", last: last ?? "" })
      : run.map((day) => text(`clocks:day.${day}`));
  });
  return words.join(text("routing:and"));
}

/** "22:00–06:00", saying where it ends the next day. */
export const hoursOf = ({ from, to }: { from: string; to: string }, text: Text): string =>
  to <= from ? text("routing:overnight", { from, to }) : `${from}–${to}`;

/** When a rule holds. */
export function whenOf(when: Rule["when"], text: Text): string {
  if (when.at !== "hours") return text(`routing:when.${when.at}`);
  return `${daysOf(when.days, text)} ${hoursOf(when, text)}`;
}

/** To whom a rule gives tickets. */
export const handsOf = (
  { to, memberName, rosterName }: Pick<Row, "to" | "memberName" | "rosterName">,
  text: Text,
): string =>
  [
    to.rosterId && text("routing:field.roster"),
    rosterName,
    to.trade && text(`tickets:trade.${to.trade}`),
    memberName,
  ]
    .filter(Boolean)
    .join(" · ");

/** In which projects a rule holds. */
export function projectsOf(
  { projectIds }: Pick<Row, "projectIds">,
  projects: readonly { projectId: string; name: string }[],
  text: Text,
): string {
  if (projectIds === "all") return text("routing:allProjects");
  const names = projects.filter(({ projectId }) => projectIds.includes(projectId)).map(({ name }) => name);
  return names.join(text("routing:and"));
}
