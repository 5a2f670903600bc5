/** A local date some days later: ("2026-11-21", 20) → "2026-12-11". */
export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
