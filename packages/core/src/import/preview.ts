import { badRequest } from "../error";
import { type ImportKind, importFields } from "../importing/index";
import { FoundProjects } from "./found";
import { type Preview, type PreviewSheet, type Problem, shownProblems, shownRows } from "./preview.entity";
import { type GoodRow, type Head, headingOf, Reading, type Settings, type Step } from "./reading";
import { occupancyOf } from "./words";

/** Letters of headings shown over all sheets: real files need a fraction, and an item has its bounds. */
const headingBudget = 30_000;
const clip = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;

type SheetCount = { good: number; refused: number; reasons: Map<string, number> };

/**
 * Reads a whole file once and tells what it would come to: sheets with their matching and counts, projects with
 * their sums, the first rows as they would be taken in, and the first refused ones. `mayBeOther` refuses a file that
 * is plainly of another kind. Throws ImportError for a file that is no good as a whole.
 */
export async function previewOf(
  bytes: Uint8Array,
  settings: Settings,
  mayBeOther = true,
): Promise<{ preview: Preview; total: number }> {
  const reading = new Reading(bytes, settings);
  const tally = new Tally();
  let total = 0;
  for await (const step of reading.steps()) {
    tally.add(step);
    total = step.n;
  }
  const heads = await reading.heads();
  if (!mayBeOther) await refuseOther(reading, heads, settings.kind);
  return { preview: tally.preview(heads), total };
}

class Tally {
  private readonly sheets = new Map<string, SheetCount>();
  private readonly projects = new FoundProjects();
  private readonly houses: Preview["houses"] = [];
  private readonly arrears: Preview["arrears"] = [];
  private readonly problems: { step: Step; problem: Problem }[] = [];

  add(step: Step) {
    const { row, refused, late } = step;
    const sheet = this.sheet((refused ?? row).sheet);
    if (row && !late) {
      sheet.good++;
      this.projects.good(row);
      this.show(row);
      return;
    }
    const { reason } = refused ?? late;
    sheet.refused++;
    sheet.reasons.set(reason, (sheet.reasons.get(reason) ?? 0) + 1);
    this.projects.refused((refused ?? row).project);
    if (this.problems.length < shownProblems) this.problems.push({ step, problem: problemOf(step) });
  }

  preview(heads: readonly Head[]): Preview {
    const counts = [...this.sheets.values()];
    return {
      sheets: this.sheetsShown(heads),
      projects: this.projects.list(),
      tooManyProjects: this.projects.tooMany,
      good: counts.reduce((sum, { good }) => sum + good, 0),
      refused: counts.reduce((sum, { refused }) => sum + refused, 0),
      houses: this.houses,
      arrears: this.arrears,
      problems: this.problems.map(({ step, problem }) =>
        step.late
          ? { ...problem, column: clip(headingOf(heads, step.late.sheet, step.late.field), 40) }
          : problem,
      ),
    };
  }

  private sheetsShown(heads: readonly Head[]): PreviewSheet[] {
    let left = headingBudget;
    return heads.map(({ sheet, row, headings, matching, missing }) => {
      const shown = headings.slice(0, 200).map((heading) => clip(heading, 40));
      left -= shown.reduce((sum, heading) => sum + heading.length, 0);
      const { good, refused, reasons } = this.sheet(sheet);
      return {
        ...{ sheet: clip(sheet, 60), row, headings: left > 0 ? shown : [], matching, missing, good, refused },
        reasons: [...reasons].map(([reason, count]) => ({ reason, count })),
      };
    });
  }

  private sheet(name: string): SheetCount {
    const known = this.sheets.get(name) ?? { good: 0, refused: 0, reasons: new Map<string, number>() };
    this.sheets.set(name, known);
    return known;
  }

  private show(row: GoodRow) {
    if (this.houses.length + this.arrears.length >= shownRows) return;
    if (row.kind === "arrears") {
      const { sheet, line, project, houseCode, item, period, dueFen, paidFen, outstandingFen } = row;
      const place = { sheet: clip(sheet, 60), row: line, project, house: houseCode };
      this.arrears.push({ ...place, item, period, dueFen, paidFen, outstandingFen });
      return;
    }
    const { code, areaHundredths, handoverDate, status, keyCare } = row.house;
    this.houses.push({
      ...{ sheet: clip(row.sheet, 60), row: row.row, project: row.project },
      ...{ code, areaHundredths, handoverDate, occupancy: occupancyOf(status), keyCare: keyCare?.words },
      people: row.people.slice(0, 4).map(({ name, phone, email, as }) => ({ name, phone, email, as })),
    });
  }
}

/** A refused row as it is shown. A late one's column is named once the headings are known. */
export function problemOf({ n, refused, late }: Step): Problem {
  if (!refused && !late) throw new Error("a row without a problem is not refused");
  const { sheet, row, reason, value } = refused ?? late;
  const house = refused ? refused.code : late.house;
  return {
    ...{ n, sheet: clip(sheet, 60), row, column: clip(refused?.column ?? "", 40), reason },
    ...{
      value: clip(value, 60),
      ...(house && { house: clip(house, 40) }),
      more: refused?.others.length ?? 0,
    },
  };
}

const others: Record<ImportKind, string> = {
  houses: "houses and residents",
  arrears: "opening arrears",
  receipts: "a bank's receipts",
};

/** Somebody who has the wrong file in hand is told so, rather than which columns it lacks. */
async function refuseOther(reading: Reading, heads: readonly Head[], kind: ImportKind) {
  if (heads.some(({ missing }) => missing.length === 0)) return;
  for (const other of Object.keys(importFields) as ImportKind[]) {
    if (other === kind) continue;
    const asOther = await reading.heads(other).catch(() => []);
    if (asOther.some(({ missing }) => missing.length === 0))
      throw badRequest(`This looks like a file of ${others[other]}, not of ${others[kind]}`, "file");
  }
}
