import { describe, expect, it } from "vitest";
import { functions, named, ofType, one, outputsOf, permanent, resources } from "./templates";

type Mapping = Record<string, unknown> & {
  FunctionName: unknown;
  DestinationConfig?: { OnFailure: { Destination: unknown } };
};
const mappings = ofType<Mapping>("AWS::Lambda::EventSourceMapping").map(({ properties }) => properties);
const feeding = (name: string) =>
  mappings.filter(({ FunctionName }) => named(FunctionName) === functions[name]?.id);
type Queue = {
  VisibilityTimeout?: number;
  RedrivePolicy?: { maxReceiveCount: number; deadLetterTargetArn: unknown };
};
const queue = (begins: string) => one<Queue>("AWS::SQS::Queue", begins);

describe("the stream", () => {
  it.each(["figures", "messages"])("feeds %s, in order, until it is older than six hours", (name) => {
    const [mapping, ...others] = feeding(name);
    expect(others).toEqual([]);
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      MaximumRetryAttempts: 20,
      MaximumRecordAgeInSeconds: 21_600,
      StartingPosition: "TRIM_HORIZON",
    });
    expect(named(mapping?.DestinationConfig?.OnFailure.Destination)).toMatch(/^FailedRecords/);
  });

  it("feeds messages with new messages alone", () => {
    expect(JSON.stringify(feeding("messages")[0]?.FilterCriteria)).toContain('\\"kind_\\"');
    expect(feeding("figures")[0]?.FilterCriteria).toBeUndefined();
  });
});

describe("the queue of messages", () => {
  it("hides what is being sent for six times as long as sending may take, and sets aside what fails", () => {
    const { properties } = queue("Outgoing");
    expect(properties.VisibilityTimeout).toBeGreaterThanOrEqual(
      6 * (functions.send?.properties.Timeout ?? 999),
    );
    expect(named(properties.RedrivePolicy?.deadLetterTargetArn)).toMatch(/^Unsent/);
    expect(feeding("send")[0]).toMatchObject({
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  it("is encrypted and speaks TLS alone, as are all others", () => {
    const queues = ofType("AWS::SQS::Queue");
    expect(queues).toHaveLength(5);
    expect(queues.filter(({ properties }) => properties.SqsManagedSseEnabled !== true)).toEqual([]);
    expect(ofType("AWS::SQS::QueuePolicy")).toHaveLength(queues.length);
  });
});

describe("mail", () => {
  it("comes from the domain of the stage's address, signed", () => {
    expect(one("AWS::SES::EmailIdentity").properties).toMatchObject({
      EmailIdentity: "frontdesk.example.com",
    });
    expect(
      JSON.stringify(outputsOf("messages").MailRecords?.Value).match(/DkimDNSTokenValue\d/g),
    ).toHaveLength(3);
  });

  it("reports bounces and complaints to the function that heeds them", () => {
    const set = one("AWS::SES::ConfigurationSet").properties;
    expect(set).toMatchObject({
      SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
      DeliveryOptions: { TlsPolicy: "REQUIRE" },
      ReputationOptions: { ReputationMetricsEnabled: true },
    });
    type Destination = {
      EventDestination: { MatchingEventTypes: string[]; SnsDestination: { TopicARN: unknown } };
    };
    const { EventDestination } = one<Destination>("AWS::SES::ConfigurationSetEventDestination").properties;
    expect(EventDestination.MatchingEventTypes.sort()).toEqual(["bounce", "complaint"]);
    const topic = named(EventDestination.SnsDestination.TopicARN);
    const heard = ofType<{ TopicArn: unknown; Endpoint: unknown; RedrivePolicy: unknown }>(
      "AWS::SNS::Subscription",
    ).find(({ properties }) => named(properties.TopicArn) === topic);
    expect(named(heard?.properties.Endpoint)).toBe(functions.feedback?.id);
    expect(named(heard?.properties.RedrivePolicy)).toMatch(/^Unheard/);
  });
});

describe("SMS", () => {
  const calls = ofType<{ Create: unknown; Update: unknown }>("Custom::AWS").flatMap(({ properties }) =>
    [properties.Create, properties.Update].map((call) => JSON.stringify(call)),
  );
  type Filter = { DestinationArn: unknown; FilterPattern: string; LogGroupName: unknown };
  const filters = ofType<Filter>("AWS::Logs::SubscriptionFilter").map(({ properties }) => properties);
  const told = filters.map(({ DestinationArn }) => named(DestinationArn));

  it("cost no more than the month's limit, and what becomes of each is logged, as a permanent stage sets", () => {
    // The settings are the account's own, and not for a stage that is thrown away to change.
    if (!permanent) return expect([calls, told]).toEqual([[], []]);
    expect(calls[0]).toContain("setSMSAttributes");
    expect(calls).toEqual([calls[0], calls[0]]);
    expect(calls[0]).toContain('\\"MonthlySpendLimit\\":\\"200\\"');
    expect(calls[0]).toContain('\\"DeliveryStatusSuccessSamplingRate\\":\\"100\\"');
    expect(told).toEqual([functions.receipts?.id, functions.receipts?.id]);
    expect(filters.map(({ FilterPattern }) => FilterPattern)).toEqual(["", ""]);
    const logs = filters.map(({ LogGroupName }) => {
      const group = resources.find(({ id }) => id === named(LogGroupName));
      return JSON.stringify(group?.properties.LogGroupName);
    });
    const name = expect.stringContaining("/DirectPublishToPhoneNumber");
    expect(logs).toEqual([name, expect.stringContaining("/DirectPublishToPhoneNumber/Failure")]);
  });
});

describe("alarms", () => {
  type Alarm = {
    AlarmActions?: unknown[];
    ComparisonOperator: string;
    Statistic?: string;
    ExtendedStatistic?: string;
    Threshold: number;
    MetricName?: string;
    Namespace?: string;
    Dimensions?: { Name: string; Value: unknown }[];
    Metrics?: {
      MetricStat?: { Metric: { Dimensions?: { Name: string; Value: unknown }[]; MetricName: string } };
    }[];
    TreatMissingData: string;
  };
  const alarms = ofType<Alarm>("AWS::CloudWatch::Alarm").map(({ properties }) => properties);
  const ids = ofType("AWS::CloudWatch::Alarm").map(({ id }) => id);
  const plain = (name: string) => name.replaceAll("-", "");
  const has = (id: string) => ids.some((one) => one.startsWith(id));

  it("tell of errors, throttles and slowness of every function", () => {
    const missing = Object.keys(functions).flatMap((name) =>
      ["errors", "throttles", "slow"].map((what) => `${plain(name)}${what}`).filter((id) => !has(id)),
    );
    expect(missing).toEqual([]);
    const slow = alarms.filter(({ MetricName }) => MetricName === "Duration");
    const limits = Object.values(functions).map(({ properties }) => properties.Timeout * 800);
    expect(slow.map(({ Threshold }) => Threshold).sort()).toEqual(limits.sort());
    expect(new Set(slow.map(({ ExtendedStatistic }) => ExtendedStatistic))).toEqual(new Set(["p99"]));
    const throttled = alarms.filter(({ MetricName }) => MetricName === "Throttles");
    expect(throttled.map(({ Threshold }) => Threshold)).toEqual(limits.map(() => 0));
  });

  it("tell of errors above 1 %, of functions and of requests, which answer 500 without failing", () => {
    const rates = alarms.filter(({ Metrics }) => Metrics !== undefined);
    expect(rates.map(({ Threshold }) => Threshold)).toEqual(rates.map(() => 1));
    expect(rates).toHaveLength(Object.keys(functions).length + 1);
    expect(JSON.stringify(rates)).toContain('"MetricName":"5xx"');
  });

  it("tell of a stream that lags, and of every queue of what failed", () => {
    const late = alarms.filter(({ MetricName }) => MetricName === "IteratorAge");
    expect(late.map(({ Threshold, Statistic }) => [Threshold, Statistic])).toEqual(
      late.map(() => [60_000, "Maximum"]),
    );
    expect(late).toHaveLength(2);
    const dead = ["failedRecords", "unsent", "unheard", "missed"].filter(
      (name) => !has(`${name}deadletters`),
    );
    expect(dead).toEqual([]);
    const lying = alarms.filter(({ MetricName }) => MetricName === "ApproximateNumberOfMessagesVisible");
    expect(lying.map(({ Threshold }) => Threshold)).toEqual([0, 0, 0, 0]);
    const watched = lying.flatMap(({ Dimensions = [] }) => Dimensions.map(({ Value }) => named(Value)));
    const letters = ["FailedRecords", "Missed", "Unheard", "Unsent"];
    expect(watched.map((id) => id.replace(/[0-9A-F]{8}(QueueName)?$/, "")).sort()).toEqual(letters);
  });

  it("tell of bounces, complaints and the money for SMS", () => {
    const at = (name: string) => alarms.find(({ MetricName }) => MetricName === name)?.Threshold;
    expect(at("Reputation.BounceRate")).toBeLessThan(0.05);
    expect(at("Reputation.ComplaintRate")).toBeLessThan(0.001);
    expect(at("SMSMonthToDateSpentUSD")).toBe(160);
  });

  it("reach somebody, and know no tenant", () => {
    const mailed = ofType<{ Protocol: string; Endpoint: unknown; TopicArn: unknown }>(
      "AWS::SNS::Subscription",
    )
      .map(({ properties }) => properties)
      .filter(({ Protocol }) => Protocol === "email");
    expect(mailed.map(({ Endpoint }) => Endpoint)).toEqual(["operations@example.com"]);
    for (const { AlarmActions = [], ComparisonOperator, Dimensions = [], Metrics = [] } of alarms) {
      expect(AlarmActions.map(named)).toEqual(mailed.map(({ TopicArn }) => named(TopicArn)));
      expect(ComparisonOperator).toBe("GreaterThanThreshold");
      const all = [
        ...Dimensions,
        ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric.Dimensions ?? []),
      ];
      expect(all.filter(({ Name }) => /tenant/i.test(Name))).toEqual([]);
    }
    expect(
      resources.filter(({ stack, type }) => stack === "watch" && type === "AWS::CloudWatch::Dashboard"),
    ).toHaveLength(1);
  });
});
