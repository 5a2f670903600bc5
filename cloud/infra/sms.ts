import { Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { CfnFunction, Function as Lambda } from "aws-cdk-lib/aws-lambda";
import { FilterPattern, LogGroup, RetentionDays, SubscriptionFilter } from "aws-cdk-lib/aws-logs";
import { LambdaDestination } from "aws-cdk-lib/aws-logs-destinations";
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from "aws-cdk-lib/custom-resources";
import type { Construct } from "constructs";
import { makeLogGroup } from "./function";
import type { Stage } from "./stage";

/**
 * The account's SMS settings, which CloudFormation has no resource for: the most a month may cost, and a log of what
 * became of each SMS, which `receipts` is handed. SNS names the logs after account and region: one permanent stage
 * for each of these can send by SNS.
 */
export function setUpSms(scope: Construct, stage: Stage, monthlyUsd: number, receipts: Lambda) {
  const { region, account } = Stack.of(scope);
  const logs = ["", "/Failure"].map((suffix) => {
    const logGroupName = `sns/${region}/${account}/DirectPublishToPhoneNumber${suffix}`;
    const id = suffix ? "FailedSms" : "DeliveredSms";
    const logGroup = new LogGroup(scope, id, { logGroupName, retention: RetentionDays.THREE_MONTHS });
    new SubscriptionFilter(scope, `${id}Receipts`, {
      ...{ logGroup, destination: new LambdaDestination(receipts), filterPattern: FilterPattern.allEvents() },
    });
    return logGroup;
  });
  const role = new Role(scope, "SmsLog", {
    assumedBy: new ServicePrincipal("sns.amazonaws.com"),
    inlinePolicies: {
      log: PolicyDocument.fromJson({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: logs.map(({ logGroupArn }) => logGroupArn),
          },
        ],
      }),
    },
  });
  const attributes = {
    MonthlySpendLimit: String(monthlyUsd),
    DeliveryStatusIAMRole: role.roleArn,
    DeliveryStatusSuccessSamplingRate: "100",
    DefaultSMSType: "Transactional",
  };
  const call = {
    ...{ service: "SNS", action: "setSMSAttributes", parameters: { attributes } },
    physicalResourceId: PhysicalResourceId.of(`sms-${region}-${account}`),
  };
  new AwsCustomResource(scope, "SmsSettings", {
    logGroup: makeLogGroup(scope, "SmsSettingsLog", stage),
    onCreate: call,
    onUpdate: call,
    installLatestAwsSdk: false,
    policy: AwsCustomResourcePolicy.fromStatements([
      // The settings are the account's own: SNS knows no resources for them.
      new PolicyStatement({ actions: ["sns:SetSMSAttributes"], resources: ["*"] }),
      new PolicyStatement({ actions: ["iam:PassRole"], resources: [role.roleArn] }),
    ]),
  });
  const provider = Stack.of(scope).node.findChild(
    `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll("-", "")}`,
  );
  (provider.node.defaultChild as CfnFunction).architectures = ["arm64"];
}
