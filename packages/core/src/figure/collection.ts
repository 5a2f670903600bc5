import { assertCount, assertWhole, exactSum, type Rate, rate } from "./rate";

/**
 * Sums in fen over the bills of one period (the period the fee is for; no draft bills). A bill is in from
 * its due month. Collected sums are allocations less refunds: a prepayment counts only when allocated, a
 * waiver never.
 */
export interface PeriodSums {
  readonly billed: number;
  readonly cancelled: number;
  /** Approved waivers. */
  readonly waived: number;
  readonly collectedByPeriodEnd: number;
  readonly collectedToNow: number;
}

/** Sums in fen over the bills of earlier years. */
export interface ArrearsSums {
  /** Outstanding on 1 January. */
  readonly opening: number;
  /** Cancelled of it since. */
  readonly cancelled: number;
  /** Waived of it since, by approval. */
  readonly waived: number;
  /** Allocated to these bills this year, less refunds. */
  readonly recovered: number;
}

function checked<Sums extends object>(sums: Sums): Sums {
  for (const value of Object.values(sums)) assertWhole(value);
  return sums;
}

/** Receivable before waivers, in fen: billed − cancelled (figures.md, Collection). */
export function receivableBeforeWaivers(sums: PeriodSums): number {
  return exactSum([checked(sums).billed, -sums.cancelled]);
}

/** Receivable 应收 in fen: billed − cancelled − approved waivers (figures.md, Collection). */
export function receivable(sums: PeriodSums): number {
  return exactSum([receivableBeforeWaivers(sums), -sums.waived]);
}

/**
 * Current collection rate 当期收费率: collected for the period's bills up to the period's end ÷ receivable
 * of the period (figures.md, Collection).
 */
export function currentCollectionRate(sums: PeriodSums): Rate | null {
  return rate(sums.collectedByPeriodEnd, receivable(sums));
}

/** The current collection rate as of now: the same bills, collected up to now (figures.md, Collection). */
export function collectionRateAsOfNow(sums: PeriodSums): Rate | null {
  return rate(sums.collectedToNow, receivable(sums));
}

/**
 * Year-to-date collection rate 累计收费率: Σ collected for this year's bills ÷ Σ receivable of this year's
 * periods so far (figures.md, Collection). Give the periods so far, no later ones.
 */
export function yearToDateCollectionRate(periods: readonly PeriodSums[]): Rate | null {
  return rate(exactSum(periods.map((one) => one.collectedToNow)), exactSum(periods.map(receivable)));
}

/** What could be recovered of earlier years, in fen: opening − cancelled − waived since. */
export function recoverableArrears(arrears: ArrearsSums): number {
  return exactSum([checked(arrears).opening, -arrears.cancelled, -arrears.waived]);
}

/**
 * Arrears recovery 清欠率: allocated this year to bills of earlier years ÷ what was outstanding on them on
 * 1 January, less what was cancelled or waived of it since (figures.md, Collection).
 */
export function arrearsRecoveryRate(arrears: ArrearsSums): Rate | null {
  return rate(arrears.recovered, recoverableArrears(arrears));
}

/**
 * Overall 综合收费率: (recovered + collected this year) ÷ (opening arrears + receivable this year)
 * (figures.md, Collection). Opening arrears are those of the arrears recovery, less what was cancelled or
 * waived since, as the receivable is: so the overall rate lies between the two it is made of.
 */
export function overallCollectionRate(arrears: ArrearsSums, periods: readonly PeriodSums[]): Rate | null {
  return rate(
    exactSum([arrears.recovered, ...periods.map((one) => one.collectedToNow)]),
    exactSum([recoverableArrears(arrears), ...periods.map(receivable)]),
  );
}

/**
 * Households 户收费率: houses with nothing outstanding for the period ÷ houses billed in it (figures.md,
 * Collection).
 */
export function householdCollectionRate(houses: {
  readonly settled: number;
  readonly billed: number;
}): Rate | null {
  assertCount(houses.settled);
  assertCount(houses.billed);
  return rate(houses.settled, houses.billed);
}
