import { Duration } from "aws-cdk-lib";
import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { type StackContext, use } from "sst/constructs";
import {
  alarms,
  watchApi,
  watchChannels,
  watchDeadLetters,
  watchFunction,
  watchStream,
} from "../infra/alarm";
import { api } from "./api";
import { useGiven } from "./context";
import { messages } from "./messages";
import { schedules } from "./schedules";

/** What tells somebody when something is wrong, and shows how things are. No metric has a tenant as dimension. */
export function watch({ stack }: StackContext) {
  const { stage } = useGiven();
  const sending = use(messages);
  const clock = use(schedules);
  const functions = { ...use(api).functions, ...sending.functions, ...clock.functions };
  const topic = new Topic(stack, "Alarms", { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(stage.alarmsTo));
  const { add, made } = alarms(stack, new SnsAction(topic));
  for (const [name, fn] of Object.entries(functions)) watchFunction(add, name, fn);
  watchApi(add, use(api).httpStage);
  watchStream(add, "figures", sending.functions.figures);
  watchStream(add, "messages", sending.functions.messages);
  for (const [name, queue] of Object.entries({ ...sending.deadLetters, ...clock.deadLetters }))
    watchDeadLetters(add, name, queue);
  watchChannels(add, stage.sms.by === "sns" ? stage.sms.monthlyUsd : undefined);
  const all = Object.values(functions);
  const period = Duration.minutes(5);
  const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12 });
  new Dashboard(stack, "Dashboard", {
    dashboardName: `frontdesk-${stage.name}`,
    widgets: [
      [new AlarmStatusWidget({ alarms: made, width: 24 })],
      [
        graph(
          "Calls",
          all.map((fn) => fn.metricInvocations({ period })),
        ),
        graph(
          "Errors",
          all.map((fn) => fn.metricErrors({ period })),
        ),
      ],
      [
        graph(
          "Slowest in a hundred (ms)",
          all.map((fn) => fn.metricDuration({ period, statistic: "p99" })),
        ),
        graph("To be sent", [
          sending.outgoing.metricApproximateNumberOfMessagesVisible({ period }),
          sending.outgoing.metricApproximateAgeOfOldestMessage({ period }),
        ]),
      ],
    ],
  });
}
