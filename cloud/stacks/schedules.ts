import { schedules as all } from "@frontdesk/functions/schedule/index";
import { Duration, TimeZone } from "aws-cdk-lib";
import { PolicyDocument, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { type StackContext, use } from "sst/constructs";
import { dueStatements } from "../infra/fence";
import { makeFunction } from "../infra/function";
import { publicUrl } from "../infra/names";
import { makeDeadLetters } from "../infra/queue";
import { assumeStatement, enqueueStatement } from "../infra/rights";
import { useGiven } from "./context";
import { data } from "./data";
import { messages } from "./messages";

/** Every schedule that code defines (packages/functions/src/schedule), each fired by the clock as one machine does. */
export function schedules({ stack }: StackContext) {
  const { stage, bundles } = useGiven();
  const { table, tenantRole, files } = use(data);
  const { outgoing } = use(messages);
  const missed = makeDeadLetters(stack, "Missed");
  const schedule = makeFunction(stack, stage, {
    ...{ name: "schedule", bundles, memory: 1_792, seconds: 900 },
    environment: {
      FRONTDESK_TABLE: table.ref,
      FRONTDESK_TENANT_ROLE: tenantRole.roleArn,
      FRONTDESK_BUCKET: files.bucketName,
      FRONTDESK_QUEUE: outgoing.queueUrl,
      PUBLIC_URL: publicUrl(stage),
    },
    statements: [
      assumeStatement(tenantRole.roleArn),
      ...dueStatements(table.attrArn),
      enqueueStatement(outgoing.queueArn),
    ],
    deadLetters: missed,
  });
  const clock = new Role(stack, "Clock", {
    assumedBy: new ServicePrincipal("scheduler.amazonaws.com"),
    inlinePolicies: {
      start: PolicyDocument.fromJson({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: ["lambda:InvokeFunction"], Resource: [schedule.functionArn] },
          { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [missed.queueArn] },
        ],
      }),
    },
  });
  const group = new ScheduleGroup(stack, "Schedules");
  for (const [name, { everyMinutes }] of Object.entries(all))
    new Schedule(stack, name, {
      ...{ scheduleGroup: group, timeZone: TimeZone.ETC_UTC },
      schedule: ScheduleExpression.rate(Duration.minutes(everyMinutes)),
      target: new LambdaInvoke(schedule, {
        ...{ role: clock.withoutPolicyUpdates(), deadLetterQueue: missed },
        input: ScheduleTargetInput.fromObject({ schedule: name }),
        retryAttempts: 2,
        // The next firing does what this one would have.
        maxEventAge: Duration.minutes(Math.max(1, everyMinutes)),
      }),
    });
  return { functions: { schedule }, deadLetters: { missed } };
}
