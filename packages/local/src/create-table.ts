import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceInUseException,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { clientSettings, tableName } from "@frontdesk/core/table/client";
import { tableSchema, ttlAttribute } from "@frontdesk/core/table/schema";

/** Creates the one table when it is not there yet; returns the ARN of its stream. */
export async function createTable(): Promise<string> {
  const client = new DynamoDBClient(clientSettings());
  const TableName = tableName();
  try {
    await client.send(new CreateTableCommand(tableSchema(TableName)));
    const TimeToLiveSpecification = { Enabled: true, AttributeName: ttlAttribute };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  client.destroy();
  if (!Table?.LatestStreamArn)
    throw new Error(`Table ${TableName} has no stream; it must be made from core's schema`);
  return Table.LatestStreamArn;
}
