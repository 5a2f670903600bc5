import { Tags } from "aws-cdk-lib";
import type { App, StackContext } from "sst/constructs";
import { tameEmptying } from "../infra/emptying";
import { appName, type Part } from "../infra/names";
import { api } from "./api";
import { type Given, give } from "./context";
import { data } from "./data";
import { edge } from "./edge";
import { messages } from "./messages";
import { schedules } from "./schedules";
import { watch } from "./watch";
import { web } from "./web";

/** The stacks in their order: what stands later uses what stands before it. */
const order: Record<Part, ((context: StackContext) => unknown)[]> = {
  edge: [edge],
  service: [data, messages, api, schedules, web, watch],
};

/** Makes a part's stacks, without the function that SST puts into each for constructs of its own. */
export async function makeStacks(app: App, part: Part, given: Given) {
  give(given);
  if (!given.stage.permanent) app.setDefaultRemovalPolicy("destroy");
  Tags.of(app).add(appName, given.stage.name);
  for (const make of order[part]) await app.stack(make);
  for (const stack of app.node.children) {
    stack.node.tryRemoveChild("CustomResourceHandler");
    tameEmptying(stack, given.stage);
  }
}
