import type { SSTConfig } from "sst";
import { readGiven, stageSettings } from "./given";
import { appName, edgeRegion, partOf } from "./infra/names";
import { makeStacks } from "./stacks/index";

const part = partOf(process.env.FRONTDESK_PART);

/** App defaults and the ordered list of stacks, nothing else. */
export default {
  config({ stage = "" }) {
    return { name: appName, region: part === "edge" ? edgeRegion : stageSettings(stage).region };
  },
  async stacks(app) {
    await makeStacks(app, part, readGiven(app.stage));
  },
} satisfies SSTConfig;
