import { setTimeout as sleep } from "node:timers/promises";
import { DeleteItemCommand, DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { epochOf, isoNow } from "@frontdesk/core/clock";
import { log, told } from "@frontdesk/core/log";
import { clientSettings, tableName } from "@frontdesk/core/table/client";
import { ttlAttribute } from "@frontdesk/core/table/schema";

const everyMs = 6 * 3_600_000;
/** Nobody who works meanwhile shall wait for it. */
const pauseMs = 50;

const expired = () => ({
  ExpressionAttributeNames: { "#end": ttlAttribute },
  ExpressionAttributeValues: { ":now": { N: String(epochOf(isoNow())) } },
});

/**
 * Drops what the table may drop: DynamoDB does so by itself, the embedded database does not. Goes through the whole
 * table page by page; what was renewed in between stays. Returns how many items went.
 */
export async function dropExpired(stopping?: AbortSignal): Promise<number> {
  const client = new DynamoDBClient(clientSettings());
  const TableName = tableName();
  let dropped = 0;
  let from: ScanCommand["input"]["ExclusiveStartKey"];
  try {
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new ScanCommand({
          ...{ TableName, Limit: 1_000, ExclusiveStartKey: from, ProjectionExpression: "pk, sk" },
          FilterExpression: "#end < :now",
          ...expired(),
        }),
      );
      for (const { pk, sk } of Items) if (pk && sk) dropped += await drop(client, TableName, { pk, sk });
      from = LastEvaluatedKey;
      if (from) await sleep(pauseMs);
    } while (from && !stopping?.aborted);
  } finally {
    client.destroy();
  }
  return dropped;
}

type Key = NonNullable<DeleteItemCommand["input"]["Key"]>;

async function drop(client: DynamoDBClient, TableName: string, Key: Key): Promise<number> {
  try {
    await client.send(
      new DeleteItemCommand({ TableName, Key, ConditionExpression: "#end < :now", ...expired() }),
    );
    return 1;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return 0;
    throw error;
  }
}

/** Drops what has expired from time to time, until told to stop. */
export function keepDropping(): { stop: () => Promise<void> } {
  const ending = new AbortController();
  let running = Promise.resolve();
  const run = () => {
    running = dropExpired(ending.signal).then(
      () => {},
      (error) => log("error", { job: "expiry", error: told(error) }),
    );
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    stop: async () => {
      ending.abort();
      clearInterval(timer);
      await running;
    },
  };
}
