import type { SheetRow } from "./cell";
import type { ImportedPerson } from "./cleaners/people";
import { type HouseRow, readHouseRow } from "./house-row";
import type { ProjectType } from "./house-words";
import { locate, type MatchingChanges } from "./located";
import { type RefusedRow, RowReader, refusedSheet } from "./row";

/** How a file of houses is read. */
export interface HouseOptions {
  /** A person's changes to the suggested columns. */
  changes?: MatchingChanges<"houses">;
  /** The project for a file that names none, neither in a column nor as a sheet. */
  project?: string;
}

/** The code of a refused row's house, where it could be read, to name it to people. */
export type RefusedHouse = RefusedRow & { project: string; code?: string };

/**
 * Reads houses and their people, one row at a time, from the rows of `readRows`. Good rows and refused rows
 * come in the order of the file; blank rows, totals and repeated headings are skipped in silence. A house
 * that repeats within its project is refused, the first good row stands. A sheet whose required columns are
 * missing gives one refused row in the place of its headings.
 */
export async function* readHouses(
  rows: AsyncIterable<SheetRow>,
  options: HouseOptions = {},
): AsyncGenerator<HouseRow | RefusedHouse> {
  const seen = new Set<string>();
  for await (const { head, data } of locate("houses", rows, options.changes)) {
    const refused = refusedSheet(head);
    if (!data) {
      if (refused) yield { ...refused, project: head.sheet };
      continue;
    }
    if (refused) continue;
    yield readOne(new RowReader(head, data), seen, options.project);
  }
}

function readOne(reader: RowReader<"houses">, seen: Set<string>, fallback?: string): HouseRow | RefusedHouse {
  const { project, code, good } = readHouseRow(reader, fallback);
  const key = `${project}\n${code}`;
  if (good && !seen.has(key)) {
    seen.add(key);
    return good;
  }
  if (good) reader.problem("room", "house_repeated");
  return { ...reader.refused(), project, code };
}

/** What a file of houses comes to, by project, for its preview and for checking against the firm's own sums. */
export interface ProjectSummary {
  /** The usage most of its houses state, as words and as type. */
  usage?: string;
  type?: ProjectType;
  houses: number;
  people: number;
  areaHundredths: number;
}

/**
 * Adds up good rows by project. `people` are the different people of a project, told apart by name and phone
 * together: somebody with several houses there counts once, owners and occupants alike; somebody without a
 * phone counts for each house, since the name alone does not say who it is. People of refused rows count
 * nowhere. `houses` and `areaHundredths` are sums over the good rows.
 */
export class HouseSummary {
  readonly projects = new Map<string, ProjectSummary>();
  private readonly usages = new Map<string, Map<string, number>>();
  private readonly known = new Set<string>();

  add({ project, projectType, house, people }: HouseRow) {
    const sum = this.projects.get(project) ?? { houses: 0, people: 0, areaHundredths: 0 };
    this.projects.set(project, sum);
    sum.houses++;
    sum.people += people.filter((person) => this.isNew(project, person)).length;
    sum.areaHundredths += house.areaHundredths;
    if (house.usage === undefined || projectType === undefined) return;
    const counts = this.usages.get(project) ?? new Map<string, number>();
    this.usages.set(project, counts);
    const count = (counts.get(house.usage) ?? 0) + 1;
    counts.set(house.usage, count);
    if (sum.usage !== undefined && count < (counts.get(sum.usage) ?? 0)) return;
    sum.usage = house.usage;
    sum.type = projectType;
  }

  private isNew(project: string, { name, phone }: ImportedPerson): boolean {
    if (!phone) return true;
    const key = `${project}\n${name}\n${phone}`;
    const isNew = !this.known.has(key);
    this.known.add(key);
    return isNew;
  }
}
