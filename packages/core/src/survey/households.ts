import * as z from "zod";
import type { Grid } from "../figure/grid";
import { responseRate } from "../figure/histogram";
import { rateView } from "./results";

/** How many households a campaign asked, could not reach, and heard from. */
export const households = z.object({
  invited: z.int(),
  undeliverable: z.int(),
  answered: z.int(),
  /** Answered ÷ invited and not undeliverable. */
  response: rateView,
});

/** The households of some projects' kept figures together. */
export function householdsOf(grids: Iterable<Grid>): z.output<typeof households> {
  const counts = { invited: 0, undeliverable: 0, answered: 0 };
  for (const grid of grids)
    for (const name of ["invited", "undeliverable", "answered"] as const)
      counts[name] += grid.at("households", name);
  return { ...counts, response: responseRate(counts) };
}
