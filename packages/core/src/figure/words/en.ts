import type { DashboardWords, FigureWords } from "./words";

/** What every figure of the comparison is called and what it is, as figures.md defines it. */
export const figureWords = {
  satisfied: {
    name: "Satisfied rate",
    definition:
      "Overall answers of 4 or 5 ÷ valid answers, of surveys that opened in the period. Shown from 5 answers.",
    numerator: "Answers 4 and 5",
    denominator: "Valid answers",
  },
  score: {
    name: "Score",
    definition: "Mean of the overall answers (1 to 5) × 20. Not the same thing as the satisfied rate.",
    numerator: "Sum of answers × 20",
    denominator: "Valid answers",
  },
  rank: {
    name: "Rank",
    definition:
      "Place by satisfied rate, shrunk towards the firm's mean; from 30 answers. In brackets, where the rank lies with 95%.",
  },
  response: {
    name: "Response rate",
    definition: "Households that answered ÷ households invited that could be reached.",
    numerator: "Households that answered",
    denominator: "Households reached",
  },
  current: {
    name: "Current collection",
    definition:
      "Collected for the period's bills up to its end ÷ receivable of the period, after cancellations and waivers.",
    numerator: "Collected by its end",
    denominator: "Receivable",
  },
  asOfNow: {
    name: "As of now",
    definition: "Collected for the period's bills up to now ÷ receivable of the period.",
    numerator: "Collected to now",
    denominator: "Receivable",
  },
  yearToDate: {
    name: "Year-to-date collection",
    definition: "Collected for this year's bills ÷ receivable of this year's periods so far.",
    numerator: "Collected this year",
    denominator: "Receivable this year",
  },
  arrearsRecovery: {
    name: "Arrears recovery",
    definition:
      "Money put this year on bills of earlier years ÷ what was outstanding on them on 1 January, less what was cancelled or waived since.",
    numerator: "Recovered",
    denominator: "Opening arrears",
  },
  overall: {
    name: "Overall collection",
    definition: "(Recovered + collected this year) ÷ (opening arrears + receivable this year).",
    numerator: "Recovered and collected",
    denominator: "Arrears and receivable",
  },
  households: {
    name: "Households paid up",
    definition:
      "Houses with nothing outstanding for the month ÷ houses billed in it. For single months only.",
    numerator: "Houses paid up",
    denominator: "Houses billed",
  },
  waived: {
    name: "Waived",
    definition:
      "Approved waivers of the period's bills ÷ their amount before waivers. No waiver is money collected.",
    numerator: "Waived",
    denominator: "Receivable before waivers",
  },
  developer: {
    name: "Developer-owed",
    definition: "Bills the developer owes for unsold houses: a row of their own, in no other rate.",
    numerator: "Paid by developer",
    denominator: "Owed by developer",
  },
  created: {
    name: "Tickets",
    definition: "Tickets registered in the period; void and duplicate ones are out.",
  },
  completion: {
    name: "Completion",
    definition: "Of the tickets registered in the period: closed ÷ registered.",
    numerator: "Closed",
    denominator: "Registered",
  },
  responseOnTime: {
    name: "First response on time",
    definition: "First response within its clock ÷ response clocks due in the period.",
    numerator: "Answered on time",
    denominator: "Answers due",
  },
  completionOnTime: {
    name: "Completion on time",
    definition: "Completed within the clock ÷ completion clocks due in the period.",
    numerator: "Done on time",
    denominator: "Completions due",
  },
  callbackIn24h: {
    name: "Callback within 24\u00a0h",
    definition:
      "Residents reached within 24 h of completion ÷ completions to be called back. Attempts that reach nobody do not count.",
    numerator: "Reached within 24 h",
    denominator: "To be called back",
  },
  callbackSatisfied: {
    name: "Callback satisfaction",
    definition: "Satisfied ÷ reached by callback.",
    numerator: "Satisfied",
    denominator: "Reached",
  },
  repeatRepair: {
    name: "Repeat repair",
    definition:
      "Completed repairs followed by a repair of the same house and category within 30 days ÷ completed repairs.",
    numerator: "Repaired again",
    denominator: "Completed repairs",
  },
  reopened: {
    name: "Reopened",
    definition: "Tickets closed in the period that were reopened ÷ closed.",
    numerator: "Reopened",
    denominator: "Closed",
  },
  complaints: {
    name: "Complaints",
    definition: "Complaints registered in the period; void and duplicate ones are out.",
  },
  complaintsHandled: {
    name: "Complaints handled",
    definition: "Complaints closed ÷ complaints accepted in the period.",
    numerator: "Closed",
    denominator: "Accepted",
  },
  verifiedOnTime: {
    name: "Verified on time",
    definition:
      "Reports read back to the resident, or done, within the clock ÷ verification clocks due in the period.",
    numerator: "Verified on time",
    denominator: "Verifications due",
  },
  onSiteOnTime: {
    name: "On site on time",
    definition:
      "On site, or done, within the clock ÷ on-site clocks due in the period; of a ticket's latest round of work.",
    numerator: "On site on time",
    denominator: "Visits due",
  },
  answeredOnTime: {
    name: "Complaints answered on time",
    definition:
      "Complaints answered, or done, within the clock ÷ answers due in the period; of a complaint's latest round.",
    numerator: "Answered on time",
    denominator: "Answers due",
  },
} as const satisfies FigureWords;

/** The further words of the comparison as a spreadsheet. */
export const comparisonWords = {
  comparison: "Comparison",
  definitions: "Definitions",
  project: "Project",
  total: "Total",
  hidden: "fewer than 5",
  low: "95% interval from",
  high: "95% interval to",
  bestRank: "Rank range (best)",
  worstRank: "Rank range (worst)",
  yuan: " (CNY)",
  figure: "Figure",
  definition: "Definition",
  numerator: "Numerator",
  denominator: "Denominator",
  period: "Period",
  asOf: "Time of the data",
  version: "Version of the definitions",
  closedOn: "Closed on",
  corrections: "Corrections",
  correctedOn: "Latest correction",
  atClosing: "When closed",
  now: "Now",
  difference: "Difference",
  unit: "Unit",
  points: "points",
  note: "Note",
} as const;

export const dashboardWords = {
  dashboard: "Ticket figures",
  clocks: "Clocks kept",
  clock: "Clock",
  kept: "Kept",
  onTime: "On time",
  due: "Due",
  categories: "By category",
  kind: "Kind",
  category: "Category",
  trades: "By trade",
  trade: "Trade",
  projects: "By project",
  hours: "By weekday and hour",
  weekday: "Weekday",
  closed:
    "This month is closed: its figures are those of then. By category, trade and hour it stands as it is now.",
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  tradeNames: {
    ...{ engineering: "Engineering", security: "Security", cleaning: "Cleaning", greening: "Greening" },
    ...{ front_desk: "Front desk", none: "A person alone, or nobody yet" },
  },
} as const satisfies DashboardWords;
