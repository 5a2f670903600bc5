import type { AttributeValue, ReturnValue, TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";

/** A stored item, or part of one, in plain JavaScript values. */
export type Row = Record<string, unknown>;
type Attributes = Record<string, AttributeValue>;
type Condition = {
  ConditionExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Row;
};

export type Get = { Key: Row; ConsistentRead?: boolean };
export type BatchGet = { keys: readonly Row[]; consistent: boolean };
export type Query = {
  IndexName?: string;
  KeyConditionExpression: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues: Row;
  ProjectionExpression?: string;
  ScanIndexForward?: boolean;
  Limit?: number;
  ExclusiveStartKey?: Row;
  ConsistentRead?: boolean;
};
export type Update = Condition & { Key: Row; UpdateExpression: string; ReturnValues?: ReturnValue };
/** One of a transaction's writes; the table's name is put in on the way. */
export type Write = {
  Put?: Condition & { Item: Row };
  Delete?: Condition & { Key: Row };
  ConditionCheck?: Condition & { Key: Row; ConditionExpression: string };
};
/** `actsFor`: the tenant whose rights it is made with, where that is not the actor's. */
export type Transaction = { TransactItems: readonly Write[]; actsFor?: string };

/** Plain values as the table takes them; undefined fields are left out. */
export const toAttributes = (row: Row): Attributes => marshall(row, { removeUndefinedValues: true });

/** What the table gave, in plain values. */
export const toRow = (attributes: Attributes): Row => unmarshall(attributes);

type Plain = { Key?: Row; Item?: Row; ExpressionAttributeValues?: Row; ExclusiveStartKey?: Row };
type Taken<C extends Plain> = {
  [F in keyof C]: F extends keyof Plain ? Attributes | Extract<C[F], undefined> : C[F];
};

/** A call with its plain values as the table takes them. */
export function taken<C extends Plain>(call: C): Taken<C> {
  const output: Row = { ...call };
  for (const field of ["Key", "Item", "ExpressionAttributeValues", "ExclusiveStartKey"] as const) {
    const row = call[field];
    if (row) output[field] = toAttributes(row);
  }
  return output as Taken<C>;
}

/** A transaction's write as the table takes it. */
export const takenWrite = (TableName: string, { Put, Delete, ConditionCheck }: Write): TransactWriteItem => ({
  Put: Put && { TableName, ...taken(Put) },
  Delete: Delete && { TableName, ...taken(Delete) },
  ConditionCheck: ConditionCheck && { TableName, ...taken(ConditionCheck) },
});
