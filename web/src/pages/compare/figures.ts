import type { FigureName } from "@frontdesk/core/figure/words/words";
import type { OutputOf } from "../../api/contract";
import type { FigureKind } from "../../ui/format";
import type { View } from "./search";

export type Comparison = OutputOf<"GET /figures/comparison">;
/** The figures of one project, or of all together. */
export type Row = Comparison["total"];
export type ProjectRow = Comparison["projects"][number];
export type Rate = { numerator: number; denominator: number };

/** A figure made of a numerator and a denominator. */
export type RateName = Exclude<FigureName, "rank" | "created" | "complaints">;
type CountName = "created" | "complaints";
/** A figure whose records are listed one by one. */
export type DrillName = Exclude<FigureName, "satisfied" | "score" | "rank" | "response">;

const rates: Record<RateName, (row: Row) => Rate | null> = {
  satisfied: ({ satisfaction }) => satisfaction.satisfied,
  score: ({ satisfaction }) => satisfaction.score,
  response: ({ satisfaction }) => satisfaction.response,
  current: ({ collection }) => collection.current,
  asOfNow: ({ collection }) => collection.asOfNow,
  yearToDate: ({ collection }) => collection.yearToDate,
  arrearsRecovery: ({ collection }) => collection.arrearsRecovery,
  overall: ({ collection }) => collection.overall,
  households: ({ collection }) => collection.households,
  waived: ({ collection }) => collection.waived,
  developer: ({ collection }) => collection.developer,
  completion: ({ service }) => service.completion,
  responseOnTime: ({ service }) => service.responseOnTime,
  completionOnTime: ({ service }) => service.completionOnTime,
  callbackIn24h: ({ service }) => service.callbackIn24h,
  callbackSatisfied: ({ service }) => service.callbackSatisfied,
  repeatRepair: ({ service }) => service.repeatRepair,
  reopened: ({ service }) => service.reopened,
  complaintsHandled: ({ service }) => service.complaintsHandled,
  verifiedOnTime: ({ service }) => service.verifiedOnTime,
  onSiteOnTime: ({ service }) => service.onSiteOnTime,
  answeredOnTime: ({ service }) => service.answeredOnTime,
};

/** The figures of each view, in the order of their columns. */
export const columnsOf: Record<View, readonly FigureName[]> = {
  overview: [
    "satisfied",
    "rank",
    "current",
    "yearToDate",
    "arrearsRecovery",
    "created",
    "completionOnTime",
    "callbackIn24h",
    "complaintsHandled",
  ],
  satisfaction: ["satisfied", "score", "rank", "response"],
  collection: [
    "current",
    "asOfNow",
    "yearToDate",
    "arrearsRecovery",
    "overall",
    "households",
    "waived",
    "developer",
  ],
  service: [
    "created",
    "completion",
    "responseOnTime",
    "completionOnTime",
    "callbackIn24h",
    "callbackSatisfied",
    "repeatRepair",
    "reopened",
    "complaints",
    "complaintsHandled",
  ],
};

/** All figures there are, by what they are of: those of service that no comparison has room for among them. */
export const figuresOf: Record<Exclude<View, "overview">, readonly FigureName[]> = {
  satisfaction: columnsOf.satisfaction,
  collection: columnsOf.collection,
  service: [...columnsOf.service, "verifiedOnTime", "onSiteOnTime", "answeredOnTime"],
};

export const isRate = (name: FigureName): name is RateName => Object.hasOwn(rates, name);
export const isCount = (name: FigureName): name is CountName => name === "created" || name === "complaints";
/** Answers of residents are not listed: the list would tell who gave them. */
export const isDrillable = (name: FigureName): name is DrillName =>
  isCount(name) || (isRate(name) && !["satisfied", "score", "response"].includes(name));

/** What a rate is made of; null where there is nothing to compute it from, or where it is hidden. */
export const rateOf = (row: Row, name: RateName): Rate | null => rates[name](row);

/** A figure as one number, to be shown and sorted by; null for none. */
export function numberOf(row: Row, name: FigureName): number | null {
  if (name === "rank") return row.satisfaction.rank;
  if (isCount(name)) return row.service[name];
  const rate = rateOf(row, name);
  return rate && rate.numerator / rate.denominator;
}

/** What a figure of a closed month has become; undefined where it is as it was. */
export function nowOf(row: Row, name: FigureName): number | null | undefined {
  const now = name === "rank" ? undefined : row.closing?.now[name];
  return typeof now === "object" && now !== null ? now.numerator / now.denominator : now;
}

/** The projects whose month is open, or was closed before its surveys were over. */
export const closable = ({ projects }: Comparison): readonly ProjectRow[] =>
  projects.filter(({ closing }) => closing === null || closing.surveysOpen);

export function formOf(name: FigureName): FigureKind {
  if (name === "rank" || isCount(name)) return "count";
  return name === "score" ? "score" : "rate";
}

/** What both sides of a rate are counted in. */
export const unitOf = (name: RateName): "fen" | "count" =>
  columnsOf.collection.includes(name) && name !== "households" ? "fen" : "count";

/** Too few answers to be shown without telling who gave them. */
export const isHidden = (row: Row, name: FigureName): boolean =>
  columnsOf.satisfaction.includes(name) && row.satisfaction.visibility === "hidden";

export type Direction = "ascend" | "descend";

/** Rows in the order of a figure; those without it come last in either direction, in the order they had. */
export function sorted<R extends Row>(rows: readonly R[], name: FigureName, direction: Direction): R[] {
  const sign = direction === "ascend" ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [numberOf(a, name), numberOf(b, name)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}

/** The direction in which the best come first. */
export const bestFirst = (name: FigureName): Direction =>
  name === "rank" ||
  name === "waived" ||
  name === "repeatRepair" ||
  name === "reopened" ||
  name === "complaints"
    ? "ascend"
    : "descend";
