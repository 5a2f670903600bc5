// npm test, npm run demo | verify | bench | recount: installs and builds what is needed, then runs it.
import { join } from "node:path";
import { build, install, must, needNode, program, root, run } from "./tools.mjs";

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
const [command = "", ...args] = process.argv.slice(2);

const built = (name) => must(process.execPath, [join(root, `dist/local/${name}.mjs`), ...args]);

async function test() {
  const { needBrowser } = await import("./browser.mjs");
  process.env.CHROME_PATH = await needBrowser();
  await build();
  await must(program("vitest"), ["run", ...args]);
}

const commands = {
  test,
  demo: async () => {
    await build();
    await built("demo");
  },
  recount: async () => {
    await build();
    await built("recount");
  },
  bench: async () => {
    await build();
    await must(program("tsx"), ["bench/index.ts", ...args]);
  },
  verify: async () => {
    for (const step of ["lint", "types", "dead"]) {
      console.log(`\n# ${step}`);
      if ((await run("npm", ["run", "--silent", step])) !== 0) process.exit(1);
    }
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
await install({ dev: command !== "demo" && command !== "recount" });
await chosen();
