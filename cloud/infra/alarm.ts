import { Duration } from "aws-cdk-lib";
import type { HttpStage } from "aws-cdk-lib/aws-apigatewayv2";
import {
  Alarm,
  ComparisonOperator,
  type IAlarmAction,
  type IMetric,
  MathExpression,
  Metric,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import type { Function as Lambda } from "aws-cdk-lib/aws-lambda";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

const period = Duration.minutes(5);

type Threshold = { metric: IMetric; above: number; says: string; periods?: number };

/** Makes alarms that all go the same way. Missing data is no fault: nothing happened. */
export const alarms = (scope: Construct, action: IAlarmAction) => {
  const made: Alarm[] = [];
  const add = (id: string, { metric, above, says, periods = 1 }: Threshold) => {
    const alarm = new Alarm(scope, id, {
      ...{ metric, threshold: above, alarmDescription: says, evaluationPeriods: periods },
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    made.push(alarm);
  };
  return { made, add };
};

type Add = ReturnType<typeof alarms>["add"];

/** A function: more than 1 % of its calls fail, any is throttled, or the slowest come near their time. */
export function watchFunction(add: Add, name: string, fn: Lambda) {
  const errors = new MathExpression({
    expression: "100 * errors / MAX([calls, 1])",
    usingMetrics: { errors: fn.metricErrors({ period }), calls: fn.metricInvocations({ period }) },
    ...{ label: `${name}: errors in %`, period },
  });
  add(`${name}-errors`, { metric: errors, above: 1, says: `More than 1 % of calls of ${name} fail` });
  const throttles = fn.metricThrottles({ period });
  add(`${name}-throttles`, { metric: throttles, above: 0, says: `Calls of ${name} are throttled` });
  const slowest = fn.metricDuration({ period, statistic: "p99" });
  const limit = 0.8 * (fn.timeout?.toMilliseconds() ?? 0);
  add(`${name}-slow`, { metric: slowest, above: limit, says: `${name} takes more than 80 % of its time` });
}

/** The API: more than 1 % of requests end in a fault of ours. A function that answers 500 has not failed to Lambda. */
export function watchApi(add: Add, stage: HttpStage) {
  const faults = new MathExpression({
    expression: "100 * faults / MAX([requests, 1])",
    usingMetrics: { faults: stage.metricServerError({ period }), requests: stage.metricCount({ period }) },
    ...{ label: "requests: faults in %", period },
  });
  add("requests-errors", {
    metric: faults,
    above: 1,
    says: "More than 1 % of requests end in a fault of ours",
  });
}

/** A consumer of the stream that falls behind: figures are late, or messages. */
export const watchStream = (add: Add, name: string, fn: Lambda) =>
  add(`${name}-late`, {
    metric: fn.metric("IteratorAge", { period: Duration.minutes(1), statistic: "Maximum" }),
    ...{ above: 60_000, periods: 3, says: `${name} is more than a minute behind the table` },
  });

/** A queue of what could not be handled. */
export const watchDeadLetters = (add: Add, name: string, queue: Queue) =>
  add(`${name}-dead-letters`, {
    metric: queue.metricApproximateNumberOfMessagesVisible({ period, statistic: "Maximum" }),
    ...{ above: 0, says: `Something lies in ${name} that could not be handled` },
  });

const ofService = (namespace: string, metricName: string, statistic: string) =>
  new Metric({ namespace, metricName, statistic, period: Duration.hours(1) });

/** Mail and SMS: rates at which SES reviews an account, and four fifths of the month's money for SMS. */
export function watchChannels(add: Add, monthlyUsd: number | undefined) {
  const bounces = ofService("AWS/SES", "Reputation.BounceRate", "Average");
  const complaints = ofService("AWS/SES", "Reputation.ComplaintRate", "Average");
  add("mail-bounces", {
    metric: bounces,
    above: 0.04,
    says: "Of mails more than 4 % bounce; SES reviews at 5 %",
  });
  add("mail-complaints", {
    ...{
      metric: complaints,
      above: 0.0008,
      says: "More than 0.08 % complain of mails; SES reviews at 0.1 %",
    },
  });
  if (monthlyUsd === undefined) return;
  const spent = ofService("AWS/SNS", "SMSMonthToDateSpentUSD", "Maximum");
  add("sms-spend", {
    metric: spent,
    above: 0.8 * monthlyUsd,
    says: "SMS have cost 80 % of the month's limit",
  });
}
