import type { Target } from "./import.entity";
import type { Progress } from "./progress";
import type { ImportItem, Step } from "./reading";

/** Takes rows in, a block of them at a time. */
export abstract class Taker {
  private block: Step[] = [];
  private readonly targets: Map<string, Target>;

  constructor(
    protected readonly item: ImportItem,
    protected readonly progress: Progress,
    private readonly blockSize: number,
  ) {
    this.targets = new Map(item.targets.map((target) => [target.name, target]));
  }

  /** Adds a row; rows done with by an earlier worker are only heard of. Tells whether a block has been written. */
  async add(step: Step): Promise<boolean> {
    this.hear(step);
    if (step.n > this.progress.reached) this.block.push(step);
    if (this.block.length < this.blockSize) return false;
    await this.flush();
    return true;
  }

  /** Writes what has been gathered. */
  async flush() {
    const block = this.block;
    this.block = [];
    if (block.length > 0) await this.take(block);
  }

  /** Hears of every row of the file once, in order. */
  protected abstract hear(step: Step): void;
  protected abstract take(block: readonly Step[]): Promise<void>;

  /** The project a name of the file goes to; undefined when it is left out. */
  protected projectOf = (name: string): string | undefined => this.targets.get(name)?.projectId;
}
