import type { Statement } from "./fence";

/** The right to act for one tenant at a time. */
export const assumeStatement = (role: string): Statement => ({
  Sid: "ActForATenant",
  Effect: "Allow",
  Action: ["sts:AssumeRole", "sts:TagSession"],
  Resource: [role],
});

/** The right to put messages into the queue, and to see how many wait. */
export const enqueueStatement = (queue: string): Statement => ({
  Sid: "Enqueue",
  Effect: "Allow",
  Action: ["sqs:SendMessage", "sqs:GetQueueAttributes"],
  Resource: [queue],
});

/** The right to read the table's stream; SQS for what could not be handled. */
export const streamStatements = (stream: string, failed: string): Statement[] => [
  {
    Sid: "ReadStream",
    Effect: "Allow",
    Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    Resource: [stream],
  },
  // Listing streams knows no resources.
  { Sid: "ListStreams", Effect: "Allow", Action: ["dynamodb:ListStreams"], Resource: ["*"] },
  { Sid: "SetAside", Effect: "Allow", Action: ["sqs:SendMessage"], Resource: [failed] },
];

/** The right to take messages out of a queue. */
export const consumeStatement = (queue: string): Statement => ({
  Sid: "Consume",
  Effect: "Allow",
  Action: [
    "sqs:ReceiveMessage",
    "sqs:DeleteMessage",
    "sqs:GetQueueAttributes",
    "sqs:ChangeMessageVisibility",
  ],
  Resource: [queue],
});
