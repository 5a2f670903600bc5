import { type App, CfnResource } from "aws-cdk-lib";
import { NagSuppressions } from "cdk-nag";

/** A finding of cdk-nag that stands, where, and why. `findings` names the exact wildcards of IAM5. */
type Explanation = { rule: string; at: RegExp; because: string; findings?: (string | { regex: string })[] };

const explanations: Explanation[] = [
  {
    rule: "AwsSolutions-L1",
    at: /./,
    because: "Functions run on nodejs22.x, the runtime the bundles are made for and tested near.",
  },
  {
    rule: "AwsSolutions-APIG4",
    at: /-api\//,
    because: "The app itself knows who asks, by session or link, and answers the CDN alone: lambda/app.ts.",
  },
  {
    rule: "AwsSolutions-SQS3",
    at: /\/(FailedRecords|Unheard|Missed)\//,
    because: "Is itself where a stream, a topic or the clock puts what failed.",
  },
  { rule: "AwsSolutions-S1", at: /\/Logs\//, because: "Holds the access logs of the others." },
  {
    rule: "AwsSolutions-CFR3",
    at: /\/Cdn\//,
    because:
      "A log would keep whole paths, and with them the tokens of residents' links; the API logs without.",
  },
  {
    rule: "AwsSolutions-CFR1",
    at: /\/Cdn\//,
    because: "Residents travel, and members look at their firm from anywhere.",
  },
  {
    rule: "AwsSolutions-IAM5",
    at: /-role\//,
    because: "X-Ray and listing streams know no resources.",
    findings: ["Resource::*"],
  },
  {
    rule: "AwsSolutions-IAM5",
    at: /-role\//,
    because: "Secrets Manager ends the names of secrets with six letters of its own.",
    findings: [{ regex: "/^Resource::arn:.*:secret:frontdesk\\/[a-z0-9]+\\/[A-Z_]+-\\?{6}$/" }],
  },
  {
    rule: "AwsSolutions-IAM5",
    at: /\/Tenant\//,
    because: "All files of the one tenant that the session is tagged with.",
    findings: [{ regex: "/^Resource::<Files[^>]+>\\/(uploads\\/)?<aws:PrincipalTag\\/tenant>\\/\\*$/" }],
  },
  {
    rule: "AwsSolutions-IAM5",
    at: /\/SmsSettings\//,
    because: "The SMS settings are the account's own and know no resources.",
    findings: ["Resource::*"],
  },
  {
    rule: "AwsSolutions-IAM4",
    at: /\/AWS679f53fac002430cb0da5b7982bd2287\//,
    because:
      "The CDK's own function for what CloudFormation lacks; it may write its log and what SmsSettings says.",
  },
];

/** Tells cdk-nag which findings stand for a reason; what no reason names stays a finding, and fails the tests. */
export function explain(app: App) {
  for (const construct of app.node.findAll()) {
    if (!CfnResource.isCfnResource(construct)) continue;
    const own = explanations.filter(({ at }) => at.test(`${construct.node.path}/`));
    NagSuppressions.addResourceSuppressions(
      construct,
      own.map(({ rule: id, because: reason, findings: appliesTo }) => ({ id, reason, appliesTo })),
    );
  }
}
