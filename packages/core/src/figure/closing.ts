import * as z from "zod";
import { dateOf, isoNow, month, monthOf } from "../clock";
import { useActor, withActor } from "../context";
import { conflict } from "../error";
import { idOf } from "../id";
import { projectsInReach } from "../project/index";
import { needProject } from "../project/reach";
import { Campaign } from "../survey/campaign.entity";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { ClosedMonth, Correction, freeze, frozenSides } from "./closing.entity";
import { definitionVersion, sidesOfSheets } from "./comparison";
import { monthPeriod } from "./period";
import { gridsWith, Sheet } from "./sheet.entity";

const closingView = ClosedMonth.definition.schema.pick({
  month: true,
  projectId: true,
  closedAt: true,
  surveysOpen: true,
});

/**
 * Closes a month that is over for a project: its figures are kept as they are now, what changes afterwards is shown
 * beside them as a dated correction. There is no way back, and none is needed: corrections do what opening again would.
 * Twice is once, but for a survey that was still running: closing again after its end takes in its figures.
 */
export const closeMonth = verb({
  name: "figure.closeMonth",
  may: "figure.close",
  input: z.strictObject({ projectId: idOf("project"), month }),
  output: closingView,
  run: async ({ projectId, month: of }, work) => {
    await needProject(projectId);
    if (of >= monthOf(work.now, await tenantZone())) throw conflict("This month is not over yet", "month");
    const known = await ClosedMonth.get({ month: of, projectId });
    if (known && !known.surveysOpen) return known;
    const surveysOpen = await hasOpenSurvey(projectId, of);
    if (known && surveysOpen) return known;
    work.about(projectId, projectId, of);
    return known ? takeInSurveys(work, known) : closeFirst(work, { projectId, month: of, surveysOpen });
  },
});

async function hasOpenSurvey(projectId: string, of: string): Promise<boolean> {
  for await (const campaign of Campaign.all("gsi1", ["campaign"]))
    if (campaign.openedMonth === of && campaign.state !== "closed" && campaign.projectIds.includes(projectId))
      return true;
  return false;
}

type Closing = Pick<ItemOf<typeof ClosedMonth>, "projectId" | "month" | "surveysOpen">;

async function sheetsOf({ projectId, month: of }: Pick<Closing, "projectId" | "month">) {
  const [year, always] = await Promise.all([
    Sheet.get({ scope: of.slice(0, 4), projectId }),
    Sheet.get({ scope: "all", projectId }),
  ]);
  return { year, always };
}

async function closeFirst(work: Work, closing: Closing) {
  const { projectId, month: of } = closing;
  const [year = "", row = ""] = of.split("-");
  const sheets = await sheetsOf(closing);
  const closedAt = isoNow();
  // Both are written, so that whoever counts something at this moment is made to look again and see it closed.
  watch(work, sheets.year, { scope: year, projectId }, row);
  watch(work, sheets.always, { scope: "all", projectId }, year);
  const frozen = freeze(sidesOfSheets(sheets, monthPeriod(of)));
  const part = await beginPart(work, projectId, dateOf(closedAt, await tenantZone()));
  const fields = { ...closing, closedAt, version: definitionVersion, frozen, part };
  return work.create(ClosedMonth, fields, "race");
}

function watch(
  work: Work,
  sheet: ItemOf<typeof Sheet> | undefined,
  place: { scope: string; projectId: string },
  row: string,
) {
  const closed = { ...sheet?.closed, [row]: sheet?.closed?.[row] ?? "" };
  if (sheet) work.patch(Sheet, sheet, { closed });
  else work.create(Sheet, { ...place, ...gridsWith(undefined, new Map()), asOf: "", closed }, "race");
}

/** What was corrected earlier today, in months closed before, is no correction of this one. */
async function beginPart(work: Work, projectId: string, on: string): Promise<number> {
  const today = await Correction.get({ projectId, on });
  if (!today) return 0;
  const last = today.parts.length - 1;
  if (Object.keys(today.parts[last] ?? {}).length === 0) return last;
  work.patch(Correction, today, { parts: [...today.parts, {}] });
  return last + 1;
}

/** The survey is over: its figures are frozen beside those that are already. */
async function takeInSurveys(work: Work, known: ItemOf<typeof ClosedMonth>) {
  const sheets = await sheetsOf(known);
  if (sheets.year) work.check(Sheet, sheets.year);
  const figures = { ...sidesOfSheets(sheets, monthPeriod(known.month)), ...frozenSides(known) };
  return work.patch(ClosedMonth, known, { frozen: freeze(figures), surveysOpen: false });
}

/** So many projects are closed side by side. */
const atOnce = 10;

/** Closes a month for some projects, or for all the acting member works in; each by itself, as `closeMonth` does. */
export const closeMonths = verb({
  name: "figure.closeMonths",
  may: "figure.close",
  input: z.strictObject({ month, projectIds: z.array(idOf("project")).min(1).max(500).optional() }),
  output: z.object({ items: z.array(closingView) }),
  run: async ({ month: of, projectIds }) => {
    const ids = projectIds ?? (await projectsInReach()).map(({ projectId }) => projectId);
    for (const projectId of ids) await needProject(projectId);
    const items: z.output<typeof closingView>[] = [];
    // Each is a transaction of its own, under no request's idempotency key: closing twice is closing once.
    const close = (projectId: string) => withActor(useActor(), () => closeMonth({ projectId, month: of }));
    for (let start = 0; start < ids.length; start += atOnce)
      items.push(...(await Promise.all(ids.slice(start, start + atOnce).map(close))));
    return { items };
  },
});
