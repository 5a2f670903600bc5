import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { clientSettings, tableName } from "@frontdesk/core/table/client";

/** Writes whole records as fast as the table takes them, 25 a request: only to make a large table to measure on. */
export async function fill(records: Iterable<Record<string, unknown>>): Promise<void> {
  const marshallOptions = { removeUndefinedValues: true };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings()), { marshallOptions });
  let batch: Record<string, unknown>[] = [];
  const flush = async () => {
    let wanted: Record<string, Record<string, unknown>[]> = { [tableName()]: batch };
    batch = [];
    while (Object.values(wanted).flat().length > 0) {
      const { UnprocessedItems = {} } = await client.send(new BatchWriteCommand({ RequestItems: wanted }));
      wanted = UnprocessedItems;
    }
  };
  for (const Item of records) {
    batch.push({ PutRequest: { Item } });
    if (batch.length === 25) await flush();
  }
  await flush();
  client.destroy();
}
