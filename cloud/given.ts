import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isPermanent, readStage, type Stage, StageError } from "./infra/stage";
import type { Given } from "./stacks/context";

/** What scripts/cloud.mjs says through the environment: SST starts us, and hands on nothing of its own. */
const told = (name: string): string => {
  const value = process.env[name];
  if (!value)
    throw new StageError(`Use "npm run synth" or "npm run deploy -- --stage NAME": ${name} is not set.`);
  return value;
};

/** Nobody's stages, whose templates tests read: a permanent one and one to be thrown away. */
const examples = ["example", "devexample"];

/** The settings of a stage, from cloud/stages/NAME.json. Throws StageError saying what to do. */
export function stageSettings(stage: string): Stage {
  isPermanent(stage);
  const name = examples.includes(stage) ? "example" : stage;
  const file = join(told("FRONTDESK_ROOT"), "cloud/stages", `${name}.json`);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new StageError(
      `Stage "${stage}" has no settings: copy cloud/stages/example.json to cloud/stages/${stage}.json and fill it in.`,
    );
  }
  return readStage(stage, JSON.parse(text));
}

/** Everything the stacks are made from. */
export const readGiven = (stage: string): Given => ({
  stage: stageSettings(stage),
  bundles: join(told("FRONTDESK_ROOT"), "dist/functions"),
  version: told("FRONTDESK_VERSION"),
  edge: JSON.parse(process.env.FRONTDESK_EDGE ?? "{}") as Given["edge"],
});
