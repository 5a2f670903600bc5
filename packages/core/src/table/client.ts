import { AsyncLocalStorage } from "node:async_hooks";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";

/** The table's name; set by the stacks in the cloud, by packages/local on one machine. */
export const tableName = () => process.env.FRONTDESK_TABLE ?? "frontdesk";

/** Settings of every DynamoDB client: an endpoint of one's own (`DYNAMODB_ENDPOINT`) needs no real credentials. */
export const clientSettings = () => {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  return endpoint
    ? { endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }
    : {};
};

let shared: { endpoint: string | undefined; client: DynamoDBDocumentClient } | undefined;

function client(): DynamoDBDocumentClient {
  const endpoint = process.env.DYNAMODB_ENDPOINT;
  if (!shared || shared.endpoint !== endpoint) {
    shared = {
      endpoint,
      client: DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings()), {
        marshallOptions: { removeUndefinedValues: true },
      }),
    };
  }
  return shared.client;
}

type Spent = { read: number; write: number };
const meter = new AsyncLocalStorage<Spent>();

type Consumed = { ReadCapacityUnits?: number; WriteCapacityUnits?: number; CapacityUnits?: number };

function measured<O extends { ConsumedCapacity?: Consumed | Consumed[] }>(output: O, kind: keyof Spent): O {
  const spent = meter.getStore();
  for (const used of spent ? [output.ConsumedCapacity ?? []].flat() : []) {
    if (spent) spent[kind] += used.CapacityUnits ?? used.ReadCapacityUnits ?? used.WriteCapacityUnits ?? 0;
  }
  return output;
}

/** Runs `body` and tells the read and write units it consumed. */
export async function metered<T>(body: () => Promise<T>): Promise<{ result: T; spent: Spent }> {
  const spent = { read: 0, write: 0 };
  const result = await meter.run(spent, body);
  return { result, spent };
}

const asked = () => (meter.getStore() ? ({ ReturnConsumedCapacity: "TOTAL" } as const) : {});
const here = () => ({ TableName: tableName(), ...asked() });

type WithoutTable<T> = Omit<T, "TableName">;

/** The few calls the table is used by, each on the one table. */
export const table = {
  get: async (input: WithoutTable<GetCommandInput>) =>
    measured(await client().send(new GetCommand({ ...here(), ...input })), "read"),
  query: async (input: WithoutTable<QueryCommandInput>) =>
    measured(await client().send(new QueryCommand({ ...here(), ...input })), "read"),
  put: async (input: WithoutTable<PutCommandInput>) =>
    measured(await client().send(new PutCommand({ ...here(), ...input })), "write"),
  update: async (input: WithoutTable<UpdateCommandInput>) =>
    measured(await client().send(new UpdateCommand({ ...here(), ...input })), "write"),
  transact: async (input: TransactWriteCommandInput) =>
    measured(await client().send(new TransactWriteCommand({ ...asked(), ...input })), "write"),
  batchGet: async (input: BatchGetCommandInput) =>
    measured(await client().send(new BatchGetCommand({ ...asked(), ...input })), "read"),
};
