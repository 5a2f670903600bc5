import { eraseRemoved } from "@frontdesk/core/attachment/index";
import { runSecondCallbacks, sweepCallbacks } from "@frontdesk/core/callback/index";
import { sweepDayChecks } from "@frontdesk/core/day-check/index";
import { sweepClocks } from "@frontdesk/core/escalation/index";
import { runBilling, runFeeSchedule } from "@frontdesk/core/fee/index";
import { runImports } from "@frontdesk/core/import/index";
import { type Post, sweepMessages } from "@frontdesk/core/message/sender";
import { sweepQuotes } from "@frontdesk/core/quote/index";
import { sweepConfirmations } from "@frontdesk/core/reply/index";
import { clearReports } from "@frontdesk/core/report/clear";
import { followResidents } from "@frontdesk/core/resident/index";
import { runCampaigns } from "@frontdesk/core/survey/index";

export type Schedule = {
  /** Minutes between two runs. */
  everyMinutes: number;
  /** Kinds of due work it does: on one machine a record of such a kind that is due now starts it at once. */
  wakes?: readonly string[];
  /** `stopping` fires when the process is to end: what runs long leaves the rest to the next run. */
  run: (post: Post, stopping?: AbortSignal) => Promise<unknown>;
};

/** Every schedule there is, by name: run by the clock in the cloud and on one machine alike; safe to run twice. */
export const schedules: Record<string, Schedule> = {
  callbacks: { everyMinutes: 5, run: sweepCallbacks },
  secondCallbacks: { everyMinutes: 60, run: runSecondCallbacks },
  clocks: { everyMinutes: 1, run: sweepClocks },
  campaigns: { everyMinutes: 1, wakes: ["campaign"], run: runCampaigns },
  dayChecks: { everyMinutes: 5, run: sweepDayChecks },
  billing: { everyMinutes: 1, wakes: ["billingRun", "feeCredit"], run: runBilling },
  fees: { everyMinutes: 5, run: runFeeSchedule },
  quotes: { everyMinutes: 15, run: sweepQuotes },
  letters: { everyMinutes: 15, run: sweepConfirmations },
  imports: { everyMinutes: 1, wakes: ["import"], run: (_, stopping) => runImports(stopping) },
  residents: { everyMinutes: 1, wakes: ["resident"], run: followResidents },
  reports: { everyMinutes: 60, run: clearReports },
  attachments: { everyMinutes: 5, wakes: ["attachment"], run: eraseRemoved },
  messages: { everyMinutes: 1, run: sweepMessages },
};
