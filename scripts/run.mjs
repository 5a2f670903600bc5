// npm test, npm run demo | verify | hunt | bench | cloud | recount | export | import | synth | deploy | remove: installs
// and builds what is needed, then runs it.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, install, must, needNode, program, root } from "./tools.mjs";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
const [command = "", ...args] = process.argv.slice(2);

const built = (name) => must(process.execPath, [join(root, `dist/local/${name}.mjs`), ...args]);

/** What the suite asks of the table is noted here, and then held against the cloud's policies. */
const requests = join(root, "dist/requests");

async function test() {
  const { needBrowser } = await import("./browser.mjs");
  process.env.CHROME_PATH = await needBrowser();
  await build();
  if (args.length > 0) return must(program("vitest"), ["run", ...args]);
  rmSync(requests, { recursive: true, force: true });
  const env = { ...process.env, FRONTDESK_REQUESTS: requests };
  await Promise.all([must(program("vitest"), ["run"], { env }), templates()]);
  await holdTemplates();
}

async function templates() {
  const { synth } = await import("./cloud.mjs");
  await synth("example", "devexample");
}

/** Holds the stacks against the code and against what the suite asked of the table; by itself, what it asked last. */
async function cloud() {
  await templates();
  await holdTemplates();
}

async function holdTemplates() {
  await must(program("vitest"), ["run", "--config", "vitest.cloud.config.ts"]);
  await must(program("tsc"), ["--noEmit", "-p", "cloud/tsconfig.json"]);
}

/** The stage that `--stage NAME` names. */
function stage() {
  const at = args.indexOf("--stage");
  const name = at < 0 ? undefined : args[at + 1];
  if (name) return name;
  console.error(`Which stage? npm run ${command} -- --stage NAME`);
  process.exit(1);
}

const commands = {
  test,
  cloud,
  demo: async () => {
    await build();
    await built("demo");
  },
  recount: async () => {
    await build();
    await built("recount");
  },
  export: async () => {
    await build();
    await built("export");
  },
  import: async () => {
    await build();
    await built("import");
  },
  hunt: async () => {
    const { hunt } = await import("./hunt.mjs");
    await hunt(args);
  },
  bench: async () => {
    await build();
    await must(program("tsx"), ["bench/index.ts", ...args]);
  },
  synth: async () => {
    const { synth } = await import("./cloud.mjs");
    await synth(args.includes("--stage") ? stage() : "example");
  },
  deploy: async () => {
    const { deploy } = await import("./cloud.mjs");
    await deploy(stage(), build);
  },
  remove: async () => {
    const { remove } = await import("./cloud.mjs");
    await remove(stage());
  },
  verify: async () => {
    console.log("\n# lint, types, dead");
    await Promise.all(["lint", "types", "dead"].map((step) => must("npm", ["run", "--silent", step])));
    console.log("\n# tests");
    await test();
  },
};

const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined;
if (!chosen) {
  console.error(`Unknown command "${command}"; there are ${Object.keys(commands).join(", ")}.`);
  process.exit(1);
}
needNode();
await install({ dev: !["demo", "recount", "export", "import"].includes(command) });
await chosen();
