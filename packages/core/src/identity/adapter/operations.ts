import type { CleanedWhere, CustomAdapter } from "better-auth/adapters";
import { table } from "../../table/client";
import { again, erase, find, insert, type Model, type OnListing, type Row, replace } from "./rows";
import { type Raw, Unit } from "./unit";
import { sorted } from "./where";

type Target = { model: string; modelKey?: string };
type Where = readonly CleanedWhere[];

/** What the operations work on: how a model lies in the table, and the units they read and write in. */
export type Ground = {
  modelOf: (target: Target) => Model;
  /** Runs `body` in a unit of its own, or in that of the transaction in force. */
  inUnit: <T>(body: (unit: Unit) => Promise<T>) => Promise<T>;
  /** The transaction in force. */
  shared: Unit | undefined;
  serialIds: boolean;
  fieldName: (target: Target, field: string) => string;
  onListing?: OnListing;
  beside?: Beside;
};
/** Completes the unit that adds a row: what is to be kept beside it, and what must hold for it. */
export type Beside = (unit: Unit, model: Model, row: Row) => Promise<Row | undefined>;

type Change = (unit: Unit, model: Model, raw: Raw) => Promise<Row>;

const rows = ({ shared, modelOf, onListing }: Ground, target: Target, where: Where = []) =>
  find(shared ?? new Unit(), modelOf(target), where, onListing);

/** Changes the first row that fits, as it is at that moment; null when none does. */
const one = ({ inUnit, modelOf, onListing }: Ground, target: Target, where: Where, change: Change) =>
  inUnit(async (unit) => {
    const [raw] = await find(unit, modelOf(target), where, onListing);
    return raw ? change(unit, modelOf(target), raw) : null;
  });

/** Changes every row that fits, each in a unit of its own; how many did. */
async function many(ground: Ground, target: Target, where: Where, change: Change): Promise<number> {
  let changed = 0;
  for (const raw of await rows(ground, target, where)) {
    const done = await ground.inUnit(async (unit) => {
      const now = await again(unit, raw, where);
      return now && change(unit, ground.modelOf(target), now);
    });
    if (done) changed++;
  }
  return changed;
}

const removal: Change = async (unit, model, raw) => {
  erase(unit, model, raw);
  return raw.row as Row;
};

const changing =
  (update: (row: Row) => Row): Change =>
  (unit, model, raw) =>
    replace(unit, model, raw, update(raw.row as Row));

const only = (row: Row, fields: readonly string[]) =>
  Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));

const raised = (row: Row, increment: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(increment).map(([field, delta]) => [field, Number(row[field] ?? 0) + delta]),
  );

/** The next whole number of a model, for those who configure numbers as ids. */
async function nextSerial({ name, scope }: Model): Promise<number> {
  const { Attributes } = await table.update({
    Key: { pk: `${scope}#serial`, sk: name },
    UpdateExpression: "ADD #last :one",
    ExpressionAttributeNames: { "#last": "last" },
    ExpressionAttributeValues: { ":one": 1 },
    ReturnValues: "UPDATED_NEW",
  });
  return Number(Attributes?.last);
}

/** What better-auth asks of its database, in units on the one table. */
export const operations = (ground: Ground): CustomAdapter => ({
  create: async ({ data, model: name, modelKey }) => {
    const model = ground.modelOf({ model: name, modelKey });
    const serial = ground.serialIds && data.id === undefined;
    const row = { ...data, ...(serial && { id: await nextSerial(model) }) };
    await ground.inUnit(async (unit) => insert(unit, model, row, await ground.beside?.(unit, model, row)));
    return row;
  },
  findOne: async <T>({ where, ...target }: Target & { where: CleanedWhere[] }) => {
    const [raw] = await rows(ground, target, where);
    return (raw?.row ?? null) as T | null;
  },
  findMany: async <T>({ where, limit, sortBy, offset = 0, select, ...target }: Listing) => {
    const named = (field: string) => ground.fieldName(target, field);
    const found = (await rows(ground, target, where)).map(({ row }) => row as Row);
    const all = sorted(found, sortBy && named(sortBy.field), sortBy?.direction);
    const page = all.slice(offset, offset + limit);
    return (select?.length ? page.map((row) => only(row, select.map(named))) : page) as T[];
  },
  count: async ({ where, ...target }) => (await rows(ground, target, where)).length,
  update: <T>({ where, update, ...target }: Target & { where: CleanedWhere[]; update: T }) =>
    one(
      ground,
      target,
      where,
      changing(() => update as Row),
    ) as Promise<T | null>,
  updateMany: ({ where, update, ...target }) =>
    many(
      ground,
      target,
      where,
      changing(() => update),
    ),
  delete: async ({ where, ...target }) => {
    await many(ground, target, where, removal);
  },
  deleteMany: ({ where, ...target }) => many(ground, target, where, removal),
  consumeOne: <T>({ where, ...target }: Target & { where: CleanedWhere[] }) =>
    one(ground, target, where, removal) as Promise<T | null>,
  incrementOne: <T>({ where, increment, set, ...target }: Increment) =>
    one(
      ground,
      target,
      where,
      changing((row) => ({ ...set, ...raised(row, increment) })),
    ) as Promise<T | null>,
});

type Listing = Target & {
  where?: CleanedWhere[];
  limit: number;
  select?: string[];
  sortBy?: { field: string; direction: "asc" | "desc" };
  offset?: number;
};
type Increment = Target & {
  where: CleanedWhere[];
  increment: Record<string, number>;
  set?: Record<string, unknown>;
};
