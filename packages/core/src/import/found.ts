import { type HouseRow, HouseSummary } from "../importing/index";
import { maxProjects } from "./import.entity";
import type { Found } from "./preview.entity";
import type { GoodRow } from "./reading";
import { projectKindOf } from "./words";

/** Adds up what a file says of each project, in the order in which they appear. */
export class FoundProjects {
  private readonly found = new Map<string, Found>();
  private readonly summary = new HouseSummary();
  private readonly prices = new Map<string, Map<number, number>>();
  tooMany = false;

  good(row: GoodRow) {
    const project = this.of(row.project);
    if (!project) return;
    project.good++;
    if (row.kind === "house") return this.house(row);
    const sums = project.arrears ?? { dueFen: 0, paidFen: 0, outstandingFen: 0 };
    sums.dueFen += row.dueFen;
    sums.paidFen += row.paidFen;
    sums.outstandingFen += row.outstandingFen;
    project.arrears = sums;
  }

  refused(name: string) {
    const project = this.of(name);
    if (project) project.refused++;
  }

  /** The projects with their sums. */
  list(): Found[] {
    return [...this.found.values()].map((project) => {
      const sum = this.summary.projects.get(project.name);
      if (!sum) return project;
      const { people, areaHundredths, usage } = sum;
      const houses = {
        ...{ people, areaHundredths, usage, kind: projectKindOf(sum.type) },
        priceFenPerM2: this.price(project.name),
      };
      return { ...project, houses };
    });
  }

  private house(row: HouseRow) {
    this.summary.add(row);
    const price = row.house.priceFenPerM2;
    if (price === undefined) return;
    const counts = this.prices.get(row.project) ?? new Map<number, number>();
    this.prices.set(row.project, counts.set(price, (counts.get(price) ?? 0) + 1));
  }

  private price(name: string): number | undefined {
    return [...(this.prices.get(name) ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
  }

  private of(name: string): Found | undefined {
    const known = this.found.get(name);
    if (known) return known;
    if (this.found.size >= maxProjects) {
      this.tooMany = true;
      return undefined;
    }
    const project: Found = { name: name.slice(0, 60), good: 0, refused: 0 };
    this.found.set(name, project);
    return project;
  }
}
