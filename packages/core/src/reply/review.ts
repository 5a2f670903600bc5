import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";

/**
 * The steps of review and when each has its turn: first the project manager, whose letter it is; then the property
 * manager, the centre's supervisor and the department concerned side by side; the lawyer last, on words that nobody
 * else changes any more, and only where law is touched.
 */
export const reviewRanks = {
  projectManager: 1,
  propertyManager: 2,
  centreSupervisor: 2,
  department: 2,
  lawyer: 3,
} as const;
export type ReviewStep = keyof typeof reviewRanks;
export const reviewSteps = Object.keys(reviewRanks) as ReviewStep[];

/** Who is to sign: a member for each step, and who approves. */
export const signersSchema = z.object({
  projectManager: idOf("member").optional(),
  propertyManager: idOf("member").optional(),
  centreSupervisor: idOf("member").optional(),
  department: idOf("member").optional(),
  lawyer: idOf("member").optional(),
  approver: idOf("member").optional(),
});
export type Signers = z.output<typeof signersSchema>;

/** One reviewer's step, and how they answered; `version` is that of the words they signed. */
export const reviewSchema = z.object({
  step: z.enum(reviewSteps),
  memberId: idOf("member"),
  name: z.string().max(60),
  answer: z.enum(["waiting", "agreed", "givenBack"]),
  at: instant.optional(),
  note: z.string().max(1_000).optional(),
  version: z.int().min(1).optional(),
});
export type Review = z.output<typeof reviewSchema>;

/** The steps a letter goes through. */
export const stepsFor = (touchesLaw: boolean): ReviewStep[] =>
  reviewSteps.filter((step) => step !== "lawyer" || touchesLaw);

/** The reviews whose turn it is: the waiting ones of the earliest rank that has any. */
export function inTurn(reviews: readonly Review[]): Review[] {
  const waiting = reviews.filter(({ answer }) => answer === "waiting");
  const rank = Math.min(...waiting.map(({ step }) => reviewRanks[step]));
  return waiting.filter(({ step }) => reviewRanks[step] === rank);
}

/** The reviews once a member has answered all of theirs whose turn it is. */
export function answered(
  reviews: readonly Review[],
  memberId: string,
  given: Pick<Review, "answer" | "at" | "note" | "version">,
): Review[] {
  const own = new Set(inTurn(reviews).filter((one) => one.memberId === memberId));
  return reviews.map((one) => (own.has(one) ? { ...one, ...given } : one));
}
