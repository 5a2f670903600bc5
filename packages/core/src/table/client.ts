import { AsyncLocalStorage } from "node:async_hooks";
import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { setting } from "../environment/settings";
import {
  type BatchGet,
  type Get,
  type Query,
  type Row,
  type Transaction,
  taken,
  takenWrite,
  toAttributes,
  toRow,
  type Update,
  type Write,
} from "./call";
import { connect } from "./connect";
import { type NotedRequest, requests } from "./requests";
import { clientWithRights, type Named, rightsFor } from "./rights";

/** The table's name; set by the stacks in the cloud, by packages/local on one machine. */
export const tableName = () => setting("FRONTDESK_TABLE") ?? "frontdesk";

/** Settings of every DynamoDB client: an endpoint of one's own (`DYNAMODB_ENDPOINT`) needs no real credentials. */
export const clientSettings = () => {
  const endpoint = setting("DYNAMODB_ENDPOINT");
  return endpoint
    ? { endpoint, region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } }
    : {};
};

/** A client of the table's database, with the process's own rights. */
export const newClient = () => connect(clientSettings());

let shared: { endpoint: string | undefined; client: DynamoDBClient } | undefined;

function base(): DynamoDBClient {
  const endpoint = setting("DYNAMODB_ENDPOINT");
  if (shared?.endpoint !== endpoint || !shared) shared = { endpoint, client: newClient() };
  return shared.client;
}

type Command = { input: object };

/** The client to send a command by, with the rights of whoever acts; `actsFor` where that is somebody else. */
function client(command: Command, named: Named, actsFor?: string): DynamoDBClient {
  const tenantId = rightsFor(named, actsFor);
  if (requests.hasSubscribers) {
    const noted: NotedRequest = { tenantId, command: command.constructor.name, input: command.input };
    requests.publish(noted);
  }
  return clientWithRights(base(), tenantId);
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

const pkOf = (key: Row) => String(key.pk);

/**
 * The few calls the table is used by, each on the one table, in plain JavaScript values. Writes wait until the actor
 * they rest on is confirmed.
 */
export const table = {
  /** One item by its key. */
  get: async (call: Get) => {
    const command = new GetItemCommand({ ...here(), ...taken(call) });
    const sender = client(command, { partitions: [pkOf(call.Key)] });
    const { Item } = measured(await sender.send(command), "read");
    return { Item: Item && toRow(Item) };
  },
  /** A page of one partition, whose key is the value `:pk`. */
  query: async (call: Query) => {
    const command = new QueryCommand({ ...here(), ...taken(call) });
    const partition = String(call.ExpressionAttributeValues[":pk"]);
    const sender = client(command, { partitions: [partition], index: call.IndexName });
    const output = measured(await sender.send(command), "read");
    const { Items = [], LastEvaluatedKey: last } = output;
    return { Items: Items.map(toRow), LastEvaluatedKey: last && toRow(last) };
  },
  /** Up to 100 items; `left` are the keys to ask for again. */
  batchGet: async ({ keys, consistent }: BatchGet) => {
    const name = tableName();
    const wanted = { Keys: keys.map(toAttributes), ConsistentRead: consistent };
    const command = new BatchGetItemCommand({ ...asked(), RequestItems: { [name]: wanted } });
    const sender = client(command, { partitions: keys.map(pkOf) });
    const { Responses, UnprocessedKeys } = measured(await sender.send(command), "read");
    const found = (Responses?.[name] ?? []).map(toRow);
    return { found, left: (UnprocessedKeys?.[name]?.Keys ?? []).map(toRow) };
  },
  /** One change of one item, outside of any work: counters without a tenant. */
  update: async (call: Update) => {
    const command = new UpdateItemCommand({ ...here(), ...taken(call) });
    const sender = client(command, { partitions: [pkOf(call.Key)] });
    const { Attributes } = measured(await sender.send(command), "write");
    return { Attributes: Attributes && toRow(Attributes) };
  },
  /** Up to 100 writes, all or none. */
  transact: async ({ TransactItems, actsFor }: Transaction) => {
    const writes = TransactItems.map((write) => takenWrite(tableName(), write));
    const command = new TransactWriteItemsCommand({ ...asked(), TransactItems: writes });
    const sender = client(command, { partitions: TransactItems.map(partitionOf) }, actsFor);
    measured(await sender.send(command), "write");
  },
};

const partitionOf = ({ Put, Delete, ConditionCheck }: Write) =>
  pkOf(Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key ?? {});
