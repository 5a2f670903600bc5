import type { Comparison, Row } from "./figures";

type Change = { [K in keyof Omit<Row, "closing">]?: Partial<Row[K]> } & Partial<Pick<Row, "closing">>;

/** The figures of a project that nothing was counted for yet, but for what a test is about. */
export const aRow = ({ satisfaction, collection, service, closing = null }: Change): Row => ({
  satisfaction: {
    visibility: "empty",
    answers: 0,
    satisfied: null,
    score: null,
    interval: null,
    response: null,
    shrunk: null,
    rank: null,
    rankRange: null,
    ...satisfaction,
  },
  collection: {
    current: null,
    asOfNow: null,
    yearToDate: null,
    arrearsRecovery: null,
    overall: null,
    households: null,
    waived: null,
    developer: null,
    ...collection,
  },
  service: {
    created: 0,
    complaints: 0,
    completion: null,
    responseOnTime: null,
    completionOnTime: null,
    callbackIn24h: null,
    callbackSatisfied: null,
    repeatRepair: null,
    reopened: null,
    complaintsHandled: null,
    verifiedOnTime: null,
    onSiteOnTime: null,
    answeredOnTime: null,
    ...service,
  },
  closing,
});

/** A comparison of projects by name, and of all together. */
export const aComparison = (projects: Record<string, Change>, total: Change = {}): Comparison => ({
  period: "2026-10",
  version: 1,
  asOf: "2026-11-21T02:00:00.000Z",
  projects: Object.entries(projects).map(([name, change]) => ({
    projectId: `prj_${name}`,
    name,
    kind: "residential",
    ...aRow(change),
  })),
  total: aRow(total),
});
