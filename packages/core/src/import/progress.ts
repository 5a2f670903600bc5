import { isoNow, plus } from "../clock";
import type { ItemOf } from "../table/entity";
import { Race, type Work } from "../table/work";
import { ImportRefusal, ImportRun, type Late, type Result } from "./import.entity";
import type { Outcome, Taken } from "./take-house";

/** Starts without getting anywhere, after which an import is given up. */
const maxTries = 5;
/** Starts within so many seconds of another come of two being called at once, not of one having died. */
const patienceSeconds = 2;

export type RunItem = ItemOf<typeof ImportRun>;

/** Somebody else goes on with this import: leave it to them. */
export class Overtaken extends Error {}

/**
 * Where an import stands. Everything noted is written with the rows it counts, in one transaction on the condition
 * that nobody else has gone on in between.
 */
export class Progress {
  private next: RunItem;

  constructor(private run: RunItem) {
    this.next = structuredClone(run);
  }

  /** The last row that is done with. */
  get reached() {
    return this.next.reached;
  }

  /** Whether so many starts have got nowhere that another would not either. */
  get isHopeless() {
    return this.run.tries >= maxTries && !this.isInHand;
  }

  /** Somebody took it in hand just now and is likely at it still: no start that failed. */
  private get isInHand() {
    const { claimedAt } = this.run;
    return claimedAt !== undefined && plus(claimedAt, { seconds: patienceSeconds }) > isoNow();
  }

  /**
   * Takes the import in hand: whoever had it meets `Overtaken` at the next save. It stays due meanwhile, so that one
   * whose worker was killed is gone on with at once.
   */
  async claim(work: Work) {
    this.next.tries = this.run.tries + (this.isInHand ? 0 : 1);
    this.next.claimedAt = isoNow();
    await this.write(work, this.next);
  }

  /** Writes the work and all that was noted since the last time. Throws `Race`, or `Overtaken`. */
  async save(work: Work) {
    await this.write(work, { ...this.next, tries: 0 });
  }

  /** Gives the import back, to be seen to again at `dueAt`. */
  async release(work: Work, dueAt: string) {
    await this.write(work, this.next, dueAt);
  }

  pass(n: number) {
    this.next.reached = n;
  }

  /** A row the file itself refuses. */
  refuse(n: number, name: string) {
    this.next.refused++;
    this.pass(n);
    const result = this.result(name);
    if (result) result.refused++;
  }

  /** A row that only the firm's records refuse. */
  refuseLate(work: Work, late: Late, name: string) {
    work.create(ImportRefusal, { importId: this.run.importId, ...late }, "race");
    this.refuse(late.n, name);
  }

  tookHouse(n: number, name: string, areaHundredths: number, { house, people }: Taken) {
    const add = (to: Record<Outcome, number> | undefined, outcome: Outcome, by: number) => {
      if (to) to[outcome] += by;
    };
    const result = this.result(name);
    add(result?.houses, house, 1);
    add(result?.areaHundredths, house, areaHundredths);
    for (const person of people) add(result?.people, person, 1);
    this.pass(n);
  }

  tookArrears(name: string, sums: NonNullable<Result["arrears"]>) {
    const result = this.result(name)?.arrears;
    if (!result) return;
    for (const field of ["created", "unchanged", "dueFen", "paidFen", "outstandingFen"] as const)
      result[field] += sums[field];
  }

  private result(name: string) {
    return this.next.results.find((result) => result.name === name);
  }

  private async write(work: Work, next: RunItem, dueAt = this.run.dueAt) {
    const { reached, refused, tries, claimedAt, results } = next;
    const changes = { reached, refused, tries, claimedAt, results, dueAt };
    const written = work.patch(ImportRun, this.run, changes);
    try {
      await work.commit();
      this.run = written;
    } catch (error) {
      this.next = structuredClone(this.run);
      if (!(error instanceof Race)) throw error;
      const { rev } = await ImportRun.need({ importId: this.run.importId });
      throw rev === this.run.rev ? error : new Overtaken();
    }
    this.next = structuredClone(this.run);
  }
}
