import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import type { Stage } from "./stage";

const managed = [
  "AWSManagedRulesCommonRuleSet",
  "AWSManagedRulesKnownBadInputsRuleSet",
  "AWSManagedRulesAmazonIpReputationList",
];

/**
 * Rules of the common set that only count. Photos and spreadsheets are larger than 8 KB, and the service bounds them
 * itself; what cameras write into a photo (XMP) looks like a script in a page, where no text is ever put as markup.
 */
const counted: Record<string, string[]> = {
  AWSManagedRulesCommonRuleSet: ["SizeRestrictions_BODY", "CrossSiteScripting_BODY"],
};

const seen = (metricName: string) => ({
  ...{ metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true },
});

/** The firewall before the CDN: AWS's own rules, and a limit for each address. */
export function makeFirewall(scope: Construct, { name, requestsPerAddress }: Stage): CfnWebACL {
  return new CfnWebACL(scope, "Firewall", {
    scope: "CLOUDFRONT",
    defaultAction: { allow: {} },
    visibilityConfig: seen(`frontdesk-${name}`),
    rules: [
      {
        ...{ name: "rate", priority: 0, action: { block: {} }, visibilityConfig: seen("rate") },
        statement: {
          rateBasedStatement: {
            ...{ limit: requestsPerAddress, aggregateKeyType: "IP", evaluationWindowSec: 300 },
          },
        },
      },
      ...managed.map((rule, at) => ({
        ...{ name: rule, priority: at + 1, overrideAction: { none: {} }, visibilityConfig: seen(rule) },
        statement: {
          managedRuleGroupStatement: {
            ...{ vendorName: "AWS", name: rule },
            ruleActionOverrides: (counted[rule] ?? []).map((one) => ({
              ...{ name: one, actionToUse: { count: {} } },
            })),
          },
        },
      })),
    ],
  });
}
