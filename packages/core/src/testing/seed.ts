import fc from "fast-check";

/**
 * The seed of every property test: the same in each run, so that what was green stays green until something is
 * changed. `npm run hunt` sets others, and so many times the usual number of cases.
 */
export const usualSeed = 20261121;
const usualRuns = 100;

const { FRONTDESK_SEED = String(usualSeed), FRONTDESK_TIMES = "1" } = process.env;
fc.configureGlobal({ seed: Number(FRONTDESK_SEED), numRuns: usualRuns * Number(FRONTDESK_TIMES) });
