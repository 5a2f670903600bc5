import * as z from "zod";
import { isoNow, monthOf } from "../clock";
import { useTenantId } from "../context";
import { projectsInReach } from "../project/index";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { rowsOf, rowView } from "./compare-row";
import { definitionVersion } from "./comparison";
import { readKept } from "./kept";
import { period, periodOf } from "./period";

export const comparisonView = z.object({
  period: z.string(),
  version: z.int(),
  /** When the figures were last added to; null when there are none. */
  asOf: z.string().nullable(),
  projects: z.array(rowView.extend({ projectId: z.string(), name: z.string(), kind: z.string() })),
  /** Closed once all of the projects are. */
  total: rowView,
});

/**
 * The member's projects side by side for a month or a year so far, every number from kept figures: the cost is
 * that of the sheets, whatever lies behind them.
 */
export const compare = verb({
  name: "figure.compare",
  may: "figure.read",
  input: z.strictObject({ period: period.optional() }),
  output: comparisonView,
  run: async (input) => {
    const thisMonth = monthOf(isoNow(), await tenantZone());
    const chosen = input.period ?? thisMonth;
    const range = periodOf(chosen, thisMonth);
    const [projects, kept] = await Promise.all([projectsInReach({ consistent: false }), readKept(range)]);
    const rows = rowsOf(
      projects.map(({ projectId }) => projectId),
      kept,
      `${useTenantId()}/${chosen}`,
    );
    return {
      period: chosen,
      version: definitionVersion,
      asOf: rows.asOf ?? null,
      projects: projects.map(({ projectId, name, kind }) => ({
        ...{ projectId, name, kind },
        ...rows.of(projectId),
      })),
      total: rows.total,
    };
  },
});
