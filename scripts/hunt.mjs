// npm run hunt: property tests with a fresh seed and many times their usual cases, for people, not for main.
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createVitest } from "vitest/node";

/** What a test says of itself – so many cases, so much time – is for its usual run. */
const moreCases = (times) => ({
  name: "frontdesk-hunt",
  enforce: "pre",
  transform: (code, id) =>
    isTest(id)
      ? code
          .replace(/\bnumRuns: ([\d_]+)/g, `numRuns: $1 * ${times}`)
          .replace(/^( *\}, )\d+_000(?=\);$)/gm, "$10")
      : undefined,
});

const isTest = (path) => /\.test\.tsx?$/.test(path) && readFileSync(path, "utf8").includes("fast-check");

/** `[path …] [--times 20] [--seed N]`: says the seed, by which the same hunt can be had again. */
export async function hunt(args) {
  const options = { times: { type: "string", default: "20" }, seed: { type: "string" } };
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const { times, seed = String(randomInt(2 ** 31)) } = values;
  console.log(`Hunting with --seed ${seed} and ${times} times the usual cases`);
  Object.assign(process.env, { FRONTDESK_SEED: seed, FRONTDESK_TIMES: times });
  const vitest = await createVitest(
    "test",
    { watch: false, testTimeout: 0 },
    { plugins: [moreCases(times)] },
  );
  const found = await vitest.globTestSpecifications(positionals);
  const tests = found.map(({ moduleId }) => moduleId).filter(isTest);
  if (tests.length > 0) await vitest.start(tests);
  else console.error("No property test is there.");
  await vitest.close();
}
