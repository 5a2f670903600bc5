import * as z from "zod";
import { notFound } from "../error";
import { log } from "../log";
import { table } from "./client";
import { fromCursor, toCursor } from "./cursor";

export type Page<T> = { items: T[]; cursor?: string };
export type PageRequest = {
  /** Only sort keys that begin with this. */
  begins?: string;
  /** Only sort keys from … to, both included. */
  between?: readonly [string, string];
  limit?: number;
  cursor?: string;
  /** Newest (largest) first. */
  reverse?: boolean;
  consistent?: boolean;
};

/** What a list takes from its caller: up to 100 a page, and the cursor the last page gave. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(2_000).optional(),
};

const startKey = z.record(z.string(), z.string());

/** The same place gives the same cursor, whatever order its parts come in. */
const encode = (key: Record<string, unknown> | undefined) =>
  key && toCursor(Object.fromEntries(Object.entries(key).sort()));

/** A cursor of another partition – another tenant's above all – or no cursor at all is "not found". */
function decode(cursor: string | undefined, pkName: string, pk: string) {
  if (!cursor) return undefined;
  const key = fromCursor(cursor, startKey);
  const [tenant] = pk.split("#");
  if (key[pkName] !== pk || key.pk?.split("#")[0] !== tenant) throw notFound();
  return key;
}

const tenantIn = (key: unknown) => String(key).split("#")[0];

/**
 * Whether a record of an index is its tenant's. The cloud fences whose keys of the table may be written, and not which
 * index such a record names: one that lies in another tenant's is passed over there.
 */
function isOwn(raw: Record<string, unknown>, pk: string): boolean {
  const own = tenantIn(raw.pk) === tenantIn(pk);
  if (!own) log("error", { foreign: raw.pk, in: pk });
  return own;
}

/** One page of a partition of the table or an index, mapped by `read`. */
export async function queryPage<T>(
  where: string,
  pk: string,
  request: PageRequest,
  read: (raw: Record<string, unknown>) => T,
): Promise<Page<T>> {
  const prefix = where === "table" ? "" : where;
  const { begins, between, limit, cursor, reverse = false, consistent } = request;
  const values: Record<string, string> = { ":pk": pk };
  let condition = "#pk = :pk";
  if (begins !== undefined && begins !== "") {
    condition += " AND begins_with(#sk, :begins)";
    values[":begins"] = begins;
  } else if (between) {
    condition += " AND #sk BETWEEN :from AND :to";
    [values[":from"], values[":to"]] = between;
  }
  const output = await table.query({
    IndexName: prefix || undefined,
    KeyConditionExpression: condition,
    ExpressionAttributeNames: {
      "#pk": `${prefix}pk`,
      ...(condition.includes("#sk") && { "#sk": `${prefix}sk` }),
    },
    ExpressionAttributeValues: values,
    ScanIndexForward: !reverse,
    Limit: limit,
    ExclusiveStartKey: decode(cursor, `${prefix}pk`, pk),
    ConsistentRead: prefix ? undefined : (consistent ?? true),
  });
  const items = (output.Items ?? []).filter((raw) => isOwn(raw, pk));
  return { items: items.map(read), cursor: encode(output.LastEvaluatedKey) };
}
