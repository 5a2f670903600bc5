import { readdirSync } from "node:fs";
import { awsAccount } from "./account";
import { stageSettings } from "./given";
import { check } from "./infra/preflight";
import { needThrowaway, StageError } from "./infra/stage";

/** `preflight.ts STAGE [synth|remove]` ends with a sentence that says what to do, before anything is changed. */
const [stage = "", what = "deploy"] = process.argv.slice(2);

async function preflight() {
  if (what === "remove") return needThrowaway(stage);
  const own = stageSettings(stage);
  if (what === "synth") return;
  const others = readdirSync(new URL("stages", import.meta.url)).flatMap((file) => {
    const name = file.replace(/\.json$/, "");
    return name === stage || name === "example" ? [] : [stageSettings(name)];
  });
  const faults = await check(own, others, await awsAccount(own.region));
  if (faults.length > 0) throw new StageError(faults.join("\n\n"));
}

try {
  await preflight();
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  console.error(error.message);
  process.exit(1);
}
