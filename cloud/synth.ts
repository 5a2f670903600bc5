import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Aspects } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { App } from "sst/constructs";
import { initProject } from "sst/project.js";
import { readGiven } from "./given";
import { explain } from "./infra/explained";
import { appName, edgeRegion, partOf } from "./infra/names";
import { makeStacks } from "./stacks/index";

/**
 * `synth.ts STAGE PART FOLDER` writes the templates of a part of a stage, and beside them what cdk-nag found, without
 * network or credentials: SST asks the account for nothing that is in our stacks, once it takes this for a test.
 */
const [stage = "", name, outdir = ""] = process.argv.slice(2);
process.env.NODE_ENV = "test";
const part = partOf(name);
await initProject({ stage, root: import.meta.dirname });
const given = readGiven(stage);
// Only now is the stage's name known to be one, and its folder one that may go.
const out = join(outdir, part);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const region = part === "edge" ? edgeRegion : given.stage.region;
const app = new App(
  { mode: "deploy", stage, name: appName, region, account: "000000000000" },
  { outdir: out, analyticsReporting: false },
);
await makeStacks(app, part, given);
explain(app);
Aspects.of(app).add(new AwsSolutionsChecks({ reports: true, verbose: true }));
await app.finish();
app.synth();
