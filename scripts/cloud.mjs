// npm run synth, deploy, remove: the tools for it are large and installed only here.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildFunctions } from "./build-functions.mjs";
import { hashOf, must, program, root } from "./tools.mjs";

const folder = join(root, "cloud");
const marker = join(folder, "node_modules", ".frontdesk");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

/** Installs what cloud/package-lock.json says, unless it is there: some 850 MB. */
async function installCloud() {
  const wanted = hashOf(readFileSync(join(folder, "package-lock.json")));
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  console.log("Installing the cloud's tools …");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"];
  await must("npm", ["install", "--no-save", ...quiet], { cwd: folder });
  writeFileSync(marker, wanted);
}

/** What the stacks are told (cloud/given.ts), for one part of a stage. */
const environment = (part, edge) => ({
  ...process.env,
  SST_TELEMETRY_DISABLED: "1",
  // SST speaks by version 2 of the SDK, which tells its age each time.
  AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE: "1",
  FRONTDESK_ROOT: root,
  FRONTDESK_VERSION: version,
  FRONTDESK_PART: part,
  FRONTDESK_EDGE: JSON.stringify(edge),
});

/** Stands for what the edge will be called, where templates are only looked at. */
const anyEdge = {
  certificateArn: "arn:aws:acm:us-east-1:000000000000:certificate/00000000-0000-0000-0000-000000000000",
  firewallArn: "arn:aws:wafv2:us-east-1:000000000000:global/webacl/frontdesk/00000000",
};

const inCloud = (script, args, env = environment("service", anyEdge)) =>
  must(program("tsx"), [script, ...args], { cwd: folder, env });

/** Writes every template of stages to cloud.out/, without network or credentials. */
export async function synth(...stages) {
  await installCloud();
  await buildFunctions();
  for (const stage of stages) {
    await inCloud("preflight.ts", [stage, "synth"]);
    const out = join(root, "cloud.out", stage);
    await Promise.all(
      ["edge", "service"].map((part) => inCloud("synth.ts", [stage, part, out], environment(part, anyEdge))),
    );
    console.log(`Templates are in cloud.out/${stage}`);
  }
}

const sst = (command, stage, part, edge) =>
  must(join(folder, "node_modules/.bin/sst"), [command, "--stage", stage], {
    ...{ cwd: folder, env: environment(part, edge) },
  });

/** What the stacks deployed last said of themselves, by output. */
const outputs = () =>
  Object.assign({}, ...Object.values(JSON.parse(readFileSync(join(folder, ".sst/outputs.json"), "utf8"))));

/** Puts a stage into the account: the edge, the service, then the members' app. */
export async function deploy(stage, buildWeb) {
  await installCloud();
  await inCloud("preflight.ts", [stage]);
  await buildFunctions();
  await buildWeb();
  await sst("deploy", stage, "edge", anyEdge);
  const { certificateArn, firewallArn } = outputs();
  await sst("deploy", stage, "service", { certificateArn, firewallArn });
  const { App, Address, MailRecords } = outputs();
  await inCloud("upload.ts", [stage, App]);
  console.log(`\nIn your DNS: the stage's domain is a CNAME of ${Address}; for mail: ${MailRecords}`);
}

/** Takes a throwaway stage out of the account again, with all its data. */
export async function remove(stage) {
  await installCloud();
  await inCloud("preflight.ts", [stage, "remove"]);
  await sst("remove", stage, "service", anyEdge);
  await sst("remove", stage, "edge", anyEdge);
}
