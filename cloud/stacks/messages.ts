import { Duration } from "aws-cdk-lib";
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from "aws-cdk-lib/aws-lambda";
import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { LambdaSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { type StackContext, use } from "sst/constructs";
import { receiptStatements } from "../infra/fence";
import type { Environment } from "../infra/function";
import { makeFunction, secretStatement } from "../infra/function";
import { secretsPath } from "../infra/names";
import { makeDeadLetters, makeWorkQueue } from "../infra/queue";
import { assumeStatement, consumeStatement, enqueueStatement, streamStatements } from "../infra/rights";
import { setUpSms } from "../infra/sms";
import type { Stage } from "../infra/stage";
import { useGiven } from "./context";
import { data } from "./data";

const sendSeconds = 60;

const smsSettings = ({ sms }: Stage): Environment =>
  sms.by === "sns"
    ? {
        SMS_CHANNEL: "sns",
        SNS_SENDER_ID: sms.senderId,
        SNS_ORIGINATION_NUMBER: sms.originationNumber,
      }
    : { SMS_CHANNEL: "webhook", SMS_WEBHOOK_URL: sms.url, SMS_WEBHOOK_LOOKUP_URL: sms.lookupUrl };

/** What leaves by mail and SMS, what comes back of it, and the figures, which are fed by the same stream. */
export function messages({ stack }: StackContext) {
  const { stage, bundles } = useGiven();
  const { table, tenantRole } = use(data);
  const common = {
    FRONTDESK_TABLE: table.ref,
    FRONTDESK_TENANT_ROLE: tenantRole.roleArn,
  };
  const tenant = assumeStatement(tenantRole.roleArn);
  const make = (name: string, extra: Partial<Parameters<typeof makeFunction>[2]> = {}) =>
    makeFunction(stack, stage, {
      ...{ name, bundles, environment: common, statements: [tenant], memory: 512, seconds: 60 },
      ...extra,
    });

  const failedRecords = makeDeadLetters(stack, "FailedRecords");
  const unsent = makeDeadLetters(stack, "Unsent");
  const unheard = makeDeadLetters(stack, "Unheard");
  const outgoing = makeWorkQueue(stack, "Outgoing", sendSeconds, unsent);
  const readStream = streamStatements(table.attrStreamArn, failedRecords.queueArn);

  const figures = make("figures", { statements: [tenant, ...readStream], memory: 1_024 });
  // All it needs of a message stands in the stream's record.
  const queueing = make("messages", {
    environment: { FRONTDESK_QUEUE: outgoing.queueUrl },
    statements: [...readStream, enqueueStatement(outgoing.queueArn)],
  });
  const isMessage = FilterCriteria.filter({
    eventName: FilterRule.isEqual("INSERT"),
    dynamodb: { NewImage: { kind_: { S: FilterRule.isEqual("message") } } },
  });
  for (const [target, filters] of [
    [figures, undefined],
    [queueing, [isMessage]],
  ] as const)
    new EventSourceMapping(stack, `${target.node.id}-stream`, {
      target,
      eventSourceArn: table.attrStreamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      maxBatchingWindow: Duration.seconds(1),
      parallelizationFactor: 10,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 20,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDestination(failedRecords),
      filters: filters && [...filters],
    });

  const identity = new EmailIdentity(stack, "Mail", {
    identity: Identity.domain(stage.mailFrom.slice(stage.mailFrom.indexOf("@") + 1)),
  });
  const mailSettings = new ConfigurationSet(stack, "MailSettings", {
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    reputationMetrics: true,
  });
  const heard = new Topic(stack, "MailFeedback", { enforceSSL: true });
  mailSettings.addEventDestination("Feedback", {
    destination: EventDestination.snsTopic(heard),
    events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.COMPLAINT],
  });

  const send = make("send", {
    environment: {
      ...common,
      ...smsSettings(stage),
      MAIL_CHANNEL: "ses",
      MAIL_FROM: stage.mailFrom,
      SES_CONFIGURATION_SET: mailSettings.configurationSetName,
      FRONTDESK_SECRETS: secretsPath(stage.name),
    },
    statements: [
      tenant,
      consumeStatement(outgoing.queueArn),
      {
        Sid: "SendMail",
        Effect: "Allow",
        Action: ["ses:SendRawEmail"],
        Resource: [
          identity.emailIdentityArn,
          stack.formatArn({
            ...{ service: "ses", resource: "configuration-set" },
            resourceName: mailSettings.configurationSetName,
          }),
        ],
        Condition: { StringEquals: { "ses:FromAddress": stage.mailFrom } },
      },
      ...(stage.sms.by === "sns"
        ? [
            // A phone number has no name to allow: all is, but what has one, such as the topics mails' fate comes by.
            {
              ...{ Sid: "SendSms", Effect: "Allow" as const, Action: ["sns:Publish"] },
              NotResource: [stack.formatArn({ service: "sns", region: "*", account: "*", resource: "*" })],
            },
          ]
        : [secretStatement(stack, secretsPath(stage.name), ["SMS_WEBHOOK_SECRET"])]),
    ],
    seconds: sendSeconds,
  });
  send.addEventSource(
    new SqsEventSource(outgoing, {
      batchSize: 10,
      maxConcurrency: stage.senders,
      reportBatchItemFailures: true,
    }),
  );

  const feedback = make("feedback", { deadLetters: unheard });
  heard.addSubscription(new LambdaSubscription(feedback, { deadLetterQueue: unheard }));
  const receipts = make("receipts", {
    statements: [tenant, ...receiptStatements(table.attrArn)],
    deadLetters: unheard,
  });
  if (stage.sms.by === "sns" && stage.permanent) setUpSms(stack, stage, stage.sms.monthlyUsd, receipts);

  stack.addOutputs({
    MailRecords: identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`).join(", "),
  });
  return {
    outgoing,
    deadLetters: { failedRecords, unsent, unheard },
    functions: { figures, messages: queueing, send, feedback, receipts },
  };
}
