import { randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type NotedRequest, requests } from "../table/requests";

/** One item that a request names: what is done to it, its partition key, its kind, and the index it is found by. */
export type NotedAccess = { action: string; partition: string; kind?: string; index?: string };
/** A request as the cloud's policies see it – with whose rights, as what, on which items –, and the verb it is of. */
export type Noted = { tenantId?: string; operation: string; verb?: string; accesses: NotedAccess[] };

type Value = { S?: string };
type Keyed = { Key?: Record<string, Value>; Item?: Record<string, Value> };
type Input = Keyed & {
  IndexName?: string;
  ExpressionAttributeValues?: Record<string, Value>;
  RequestItems?: Record<string, { Keys?: Record<string, Value>[] }>;
  TransactItems?: { Put?: Keyed; Delete?: Keyed; ConditionCheck?: Keyed }[];
};

/** The verb whose trail is written. */
const verbOf = ({ TransactItems = [] }: Input) =>
  TransactItems.map(({ Put }) => Put?.Item?.verb?.S).find((verb) => verb !== undefined);

const partitionOf = ({ Key, Item }: Keyed) => (Key ?? Item)?.pk?.S ?? "";
const actions = { Put: "PutItem", Delete: "DeleteItem", ConditionCheck: "ConditionCheckItem" } as const;

function accessesOf(operation: string, input: Input): NotedAccess[] {
  if (operation === "Query") {
    const partition = input.ExpressionAttributeValues?.[":pk"]?.S ?? "";
    return [{ action: operation, partition, index: input.IndexName }];
  }
  if (operation === "BatchGetItem")
    return Object.values(input.RequestItems ?? {}).flatMap(({ Keys = [] }) =>
      Keys.map((Key) => ({ action: operation, partition: partitionOf({ Key }) })),
    );
  if (operation === "TransactWriteItems")
    return (input.TransactItems ?? []).flatMap((write) =>
      (["Put", "Delete", "ConditionCheck"] as const).flatMap((kind) => {
        const keyed = write[kind];
        return keyed
          ? { action: actions[kind], partition: partitionOf(keyed), kind: keyed.Item?.kind_?.S }
          : [];
      }),
    );
  return [{ action: operation, partition: partitionOf(input) }];
}

/** ULIDs, hashes, UUIDs, and the random names that the sign-in library and short links go by. */
const ids = /[0-9A-HJKMNP-TV-Z]{26}|[0-9a-f]{64}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[\w-]{43}|\w{32}/g;

/** Requests that differ in nothing but which records they name are one. */
function shapeOf({ tenantId, operation, verb, accesses }: Noted): string {
  const own = (partition: string) => (tenantId ? partition.replaceAll(tenantId, "own") : partition);
  const shapes = accesses.map(({ action, partition, kind, index }) =>
    [action, index, kind, own(partition).replaceAll(ids, "…")].join(" "),
  );
  return [tenantId ? "tenant" : "", operation, verb, ...new Set(shapes)].join(" | ");
}

const folder = process.env.FRONTDESK_REQUESTS;
const file = join(folder ?? "", `${process.pid}-${randomUUID()}.jsonl`);
const seen = new Set<string>();

function note(message: unknown) {
  const { tenantId, command, input } = message as NotedRequest;
  const operation = command.replace(/Command$/, "");
  const noted: Noted = { tenantId, operation, verb: verbOf(input), accesses: accessesOf(operation, input) };
  const shape = shapeOf(noted);
  if (seen.has(shape)) return;
  seen.add(shape);
  appendFileSync(file, `${JSON.stringify(noted)}\n`);
}

// Notes each kind of request of the suite once, in a file of this process, for cloud/test/fence.test.ts.
if (folder && !requests.hasSubscribers) {
  mkdirSync(folder, { recursive: true });
  requests.subscribe(note);
}

/** Leaves this test file's requests out: for what the product never asks. */
export const noteNoRequests = () => void requests.unsubscribe(note);
