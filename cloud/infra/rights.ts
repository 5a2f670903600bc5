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

/** The right to put what could not be handled where somebody will look at it. */
export const setAsideStatement = (queue: string): Statement => ({
  Sid: "SetAside",
  Effect: "Allow",
  Action: ["sqs:SendMessage"],
  Resource: [queue],
});

/**
 * The right to read the table's stream, and to set aside what could not be handled. The stream is the one place where
 * all tenants' records pass by, told apart by the tenant in each; what comes of one is written as its tenant.
 */
export const streamStatements = (stream: string, failed: string): Statement[] => [
  {
    Sid: "ReadStream",
    Effect: "Allow",
    Action: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    Resource: [stream],
  },
  // Listing streams knows no resources.
  { Sid: "ListStreams", Effect: "Allow", Action: ["dynamodb:ListStreams"], Resource: ["*"] },
  setAsideStatement(failed),
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
