import { setTimeout as sleep } from "node:timers/promises";
import { isoNow } from "../clock";
import { Race, transactionLimit, Work } from "../table/work";
import type { Locale } from "../tenant/tenant.entity";
import { FileMemory, type HouseFacts } from "./facts";
import { Known } from "./known";
import type { Progress } from "./progress";
import { type ImportItem, placeOf, type Step } from "./reading";
import { type Resolved, resolvePeople, type Stated } from "./resolve";
import { takeHouse, writesFor } from "./take-house";
import { Taker } from "./taker";

/** Rows whose houses and people are looked up together. */
const blockSize = 250;
/** One write of each transaction is the import's own progress. */
const room = transactionLimit - 1;
const maxTries = 8;

/** Takes in houses and their people: compares each row with what is there and writes only the differences. */
export class HouseTaker extends Taker {
  private readonly memory = new FileMemory();
  private readonly facts = new Map<number, HouseFacts | undefined>();

  constructor(
    item: ImportItem,
    progress: Progress,
    private readonly locale: Locale,
    private readonly stated: Stated,
  ) {
    super(item, progress, blockSize);
  }

  protected hear({ n, row, late }: Step) {
    const projectId = row && this.projectOf(row.project);
    if (!projectId || late || row.kind !== "house") return;
    const facts = this.memory.facts(n, row, projectId);
    if (n > this.progress.reached) this.facts.set(n, facts);
  }

  /** A block that met somebody else's change is compared anew; what of it was written stays written. */
  protected async take(block: readonly Step[]) {
    for (let tried = 1; ; tried++) {
      try {
        await this.attempt(block.filter(({ n }) => n > this.progress.reached));
        for (const { n } of block) this.facts.delete(n);
        return;
      } catch (error) {
        if (!(error instanceof Race) || tried === maxTries) throw error;
        await sleep(Math.random() * 20 * tried);
      }
    }
  }

  private async attempt(block: readonly Step[]) {
    const known = await Known.load(block.flatMap(({ n }) => this.facts.get(n) ?? []));
    let work = new Work(this.item.tenantId);
    for (const step of block) {
      const facts = this.facts.get(step.n);
      const resolved = facts ? fitting(await resolvePeople(facts, known, this.stated)) : [];
      if (work.size + writesFor(resolved) > room) {
        await this.progress.save(work);
        work = new Work(this.item.tenantId);
      }
      if (facts) await this.house(work, facts, resolved, known);
      else this.other(work, step);
    }
    await this.progress.save(work);
  }

  private async house(work: Work, facts: HouseFacts, resolved: readonly Resolved[], known: Known) {
    const taken = await takeHouse(work, facts, resolved, known, this.locale);
    this.progress.tookHouse(facts.n, facts.name, facts.house.areaHundredths, taken);
  }

  /** A row that is refused, or that goes nowhere. */
  private other(work: Work, { n, row, refused, late }: Step) {
    if (refused) this.progress.refuse(n, refused.project);
    else if (this.projectOf(row.project) === undefined) this.progress.pass(n);
    else if (late) this.progress.refuseLate(work, late, row.project);
    else {
      const place = placeOf(n, row);
      const repeated = { field: "room", reason: "house_repeated", value: place.house ?? "" };
      this.progress.refuseLate(work, { ...place, ...repeated }, row.project);
    }
  }
}

/** The other ties of a row's people follow by themselves where they are more than one transaction holds. */
const fitting = (resolved: readonly Resolved[]): readonly Resolved[] =>
  writesFor(resolved) <= room ? resolved : resolved.map(following);

const following = ({ changes, follow, ...one }: Resolved): Resolved => ({
  ...one,
  changes: follow.length > 0 ? { ...changes, followSince: isoNow() } : changes,
  follow: [],
});
