import type { OutputOf } from "../../api/contract";

export type CampaignDetail = OutputOf<"GET /campaigns/{campaignId}">;
export type ProjectResult = CampaignDetail["projects"][number];
export type QuestionFigure = ProjectResult["questions"]["overall"];

type Fraction = { numerator: number; denominator: number } | null;

/** A fraction as a number; null where there is nothing to divide by. */
export const rateOf = (fraction: Fraction): number | null =>
  fraction && fraction.denominator > 0 ? fraction.numerator / fraction.denominator : null;

/** Households of some projects added up; `asked` is whom the survey could reach. */
export function householdsOf(projects: readonly Pick<ProjectResult, "households">[]) {
  const sum = (name: "invited" | "undeliverable" | "answered") =>
    projects.reduce((total, { households }) => total + households[name], 0);
  const [invited, undeliverable, answered] = [sum("invited"), sum("undeliverable"), sum("answered")];
  return { invited, undeliverable, answered, asked: invited - undeliverable };
}

/** The questions in the questionnaire's order: the dimensions, then the overall one. */
export const questionKeys = [
  "security",
  "cleaning",
  "greening",
  "engineering",
  "frontDesk",
  "fees",
  "complaints",
  "overall",
] as const satisfies readonly (keyof ProjectResult["questions"])[];
export type QuestionKey = (typeof questionKeys)[number];

export const channels = ["link", "phone", "interview", "paper"] as const;
export const stages = ["upTo1", "1to3", "over3", "unknown"] as const;
