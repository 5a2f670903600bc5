import { Duration } from "aws-cdk-lib";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import type { Construct } from "constructs";

const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Where things end up that nobody could handle, for two weeks; an alarm tells when there is something. */
export const makeDeadLetters = (scope: Construct, id: string) =>
  new Queue(scope, id, { ...common, retentionPeriod: Duration.days(14) });

/** A queue for a function of so many seconds: what one takes is hidden from others for six times as long. */
export function makeWorkQueue(scope: Construct, id: string, seconds: number, deadLetters: Queue) {
  return new Queue(scope, id, {
    ...common,
    retentionPeriod: Duration.days(4),
    visibilityTimeout: Duration.seconds(6 * seconds),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
}
