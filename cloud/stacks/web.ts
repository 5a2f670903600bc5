import { pages } from "@frontdesk/functions/api/parts";
import { type StackContext, use } from "sst/constructs";
import { makeWebBucket } from "../infra/bucket";
import { makeDistribution } from "../infra/distribution";
import { secretsPath } from "../infra/names";
import { api } from "./api";
import { useGiven } from "./context";
import { data } from "./data";

/** The members' app and the CDN, under whose one address the API and the residents' pages lie too. */
export function web({ stack }: StackContext) {
  const { stage, edge } = useGiven();
  const { http } = use(api);
  const { files, logs } = use(data);
  const app = makeWebBucket(stack, stage, logs);
  const cdn = makeDistribution(stack, stage, {
    ...{ app, files, http, ...edge },
    originSecret: `${secretsPath(stage.name)}/FRONTDESK_ORIGIN`,
    letters: Object.keys(pages),
  });
  stack.addOutputs({ App: app.bucketName, Cdn: cdn.distributionId, Address: cdn.distributionDomainName });
  return { cdn };
}
