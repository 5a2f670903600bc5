import * as z from "zod";

/** Stages whose names begin so are thrown away as easily as they are made; every other one is permanent. */
export const throwaway = ["dev", "test"] as const;

/** A stage's name is part of every resource's: short, and of letters that all of them take. */
const name = /^[a-z][a-z0-9]{1,15}$/;

const given = z.strictObject({
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-central-1"),
  domain: z.hostname("the name the service is reached by, such as frontdesk.example.com"),
  mailFrom: z.email("the address mails come from, such as service@example.com"),
  alarmsTo: z.email("the address that alarms are mailed to"),
  /** By Amazon SNS, or by a gateway of one's own (core/src/message/channel/webhook.ts). */
  sms: z.discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("sns"),
      /** US dollars: SNS sends no more once a month has cost so much. */
      monthlyUsd: z.number().min(1).max(100_000),
      senderId: z.string().optional(),
      originationNumber: z.string().optional(),
    }),
    z.strictObject({ by: z.literal("webhook"), url: z.url(), lookupUrl: z.url().optional() }),
  ]),
  /** Mails of the busiest day: SES must let the account send as many. 50,000 is its first quota out of the sandbox. */
  mailsPerDay: z.int().min(1).default(50_000),
  /** Functions that send at once; with 14 mails a second, SES's first quota, two are enough. */
  senders: z.int().min(2).max(1_000).default(2),
  /** Requests a second that the API takes, and at once. */
  throttle: z
    .strictObject({ rate: z.int().min(1), burst: z.int().min(1) })
    .default({ rate: 500, burst: 1_000 }),
  /** Requests that one address may send in five minutes: a firm's people share one. */
  requestsPerAddress: z.int().min(100).default(5_000),
});

/** What a stage is set to: cloud/stages/NAME.json, and what follows from its name. */
export type Stage = z.output<typeof given> & { name: string; permanent: boolean };

/** What is wrong with a stage, in a sentence that says what to do. */
export class StageError extends Error {}

/** Whether a stage may be thrown away. Throws StageError for a name that no stage can have. */
export function isPermanent(stage: string): boolean {
  if (!name.test(stage))
    throw new StageError(
      `"${stage}" cannot be a stage's name: use 2 to 16 small letters and digits, a letter first.`,
    );
  return !throwaway.some((prefix) => stage.startsWith(prefix));
}

/** Throws StageError unless the stage is one that may be removed with all its data. */
export function needThrowaway(stage: string) {
  if (!isPermanent(stage)) return;
  throw new StageError(
    `Stage "${stage}" is permanent and is not removed by a command: only stages named ${throwaway.join("… or ")}… ` +
      `are. To give it up, follow "Giving a stage up" in docs/deploy.md.`,
  );
}

/** A stage by its name and its settings. Throws StageError naming every setting that is missing or wrong. */
export function readStage(stage: string, settings: unknown): Stage {
  const permanent = isPermanent(stage);
  const result = given.safeParse(settings);
  if (result.success) return { ...result.data, name: stage, permanent };
  const faults = result.error.issues.map(({ path, message }) => `  ${path.join(".") || "(all)"}: ${message}`);
  throw new StageError(`Please mend cloud/stages/${stage}.json:\n${faults.join("\n")}`);
}
