/** One line of the bench: what was measured, against what, and the most it may be. */
export type Row = {
  name: string;
  value: number;
  baseline: number;
  ratio: number;
  /** In words: "ratio ≤ 1.5". */
  bound: string;
  kept: boolean;
  unit: string;
};

/** The middle of some numbers. */
export const median = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** Milliseconds that `body` takes. */
export async function timed(body: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await body();
  return performance.now() - start;
}
