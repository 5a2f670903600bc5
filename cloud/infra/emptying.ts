import { CfnResource } from "aws-cdk-lib";
import type { IConstruct } from "constructs";
import { makeLogGroup } from "./function";
import type { Stage } from "./stage";

/** The CDK's own function that empties the buckets of throwaway stages runs and logs as ours do. */
export function tameEmptying(stack: IConstruct, stage: Stage) {
  const provider = stack.node.tryFindChild("Custom::S3AutoDeleteObjectsCustomResourceProvider");
  const found = provider?.node.tryFindChild("Handler");
  if (!CfnResource.isCfnResource(found)) return;
  found.addPropertyOverride("Architectures", ["arm64"]);
  const { logGroupName } = makeLogGroup(found, "emptying-log", stage);
  found.addPropertyOverride("LoggingConfig", { LogFormat: "JSON", LogGroup: logGroupName });
}
