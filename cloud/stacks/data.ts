import { tenantTag } from "@frontdesk/core/aws/tenant-credentials";
import { Duration } from "aws-cdk-lib";
import {
  AccountPrincipal,
  PolicyDocument,
  PrincipalWithConditions,
  Role,
  SessionTagsPrincipal,
} from "aws-cdk-lib/aws-iam";
import type { StackContext } from "sst/constructs";
import { makeFileBucket, makeLogBucket } from "../infra/bucket";
import { tenantFileStatements, tenantStatements } from "../infra/fence";
import { rolePath } from "../infra/names";
import { makeTable } from "../infra/table";
import { useGiven } from "./context";

/** The table, the files, and the role by which functions reach one tenant's share of both. */
export function data({ stack }: StackContext) {
  const { stage } = useGiven();
  const table = makeTable(stack, stage);
  const logs = makeLogBucket(stack, stage);
  const files = makeFileBucket(stack, stage, logs);
  const functionsAlone = new PrincipalWithConditions(new AccountPrincipal(stack.account), {
    ArnLike: {
      "aws:PrincipalArn": stack.formatArn({
        ...{ service: "iam", region: "", resource: "role" },
        resourceName: `${rolePath(stage).slice(1)}*`,
      }),
    },
    StringLike: { [`aws:RequestTag/${tenantTag}`]: "ten_*" },
    "ForAllValues:StringEquals": { "aws:TagKeys": [tenantTag] },
  });
  const tenantRole = new Role(stack, "Tenant", {
    description: "One tenant's data: the session's tag says whose",
    assumedBy: new SessionTagsPrincipal(functionsAlone),
    maxSessionDuration: Duration.hours(1),
    inlinePolicies: {
      fence: PolicyDocument.fromJson({
        Version: "2012-10-17",
        Statement: [...tenantStatements(table.attrArn), ...tenantFileStatements(files.bucketArn)],
      }),
    },
  });
  stack.addOutputs({ Table: table.ref, Files: files.bucketName });
  return { table, files, logs, tenantRole };
}
