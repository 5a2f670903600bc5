import type { BetterAuthOptions } from "better-auth";
import { type CleanedWhere, createAdapterFactory } from "better-auth/adapters";
import { table } from "../../table/client";
import { identityScope } from "../scope";
import type { Layout } from "./layout";
import { retrying } from "./retry";
import { again, erase, find, insert, type Model, type OnListing, type Row, replace } from "./rows";
import { type Raw, Unit } from "./unit";
import { sorted } from "./where";

export type AdapterSettings = {
  /** Under which name all lies; tests keep apart by one of their own. */
  scope?: string;
  /** Told when rows had to be found by listing all of a model. */
  onListing?: OnListing;
  /** Completes the unit that adds a row: what is to be kept beside it, and what must hold for it. */
  beside?: (unit: Unit, model: Model, row: Row) => Promise<Row | undefined>;
};

type Target = { model: string; modelKey?: string };
type Schema = Record<string, { fields: Record<string, Field> }>;
type Field = { fieldName?: string; unique?: boolean; index?: boolean; references?: unknown };

/** How rows of a model are found, read off the library's own schema; sessions lie under their token. */
export function layoutOf(schema: Schema, modelKey: string): Layout {
  const fields = Object.entries(schema[modelKey]?.fields ?? {});
  const named = (wanted: (field: Field, key: string) => unknown) =>
    fields.filter(([key, field]) => wanted(field, key)).map(([key, field]) => field.fieldName ?? key);
  const [token] = named((_, key) => modelKey === "session" && key === "token");
  const home = token ?? "id";
  return {
    home,
    unique: named(({ unique }) => unique).filter((name) => name !== home),
    groups: named(({ unique, index, references }) => !unique && (index || references)),
  };
}

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

/**
 * Keeps better-auth's records in the one table. Every operation is one unit, tried again when another changed its
 * records meanwhile; `transaction` makes one unit of many, and may run its callback more than once.
 */
export function tableAdapter(settings: AdapterSettings = {}) {
  const { scope = identityScope, onListing, beside } = settings;
  let optionsInForce: BetterAuthOptions = {};

  const factory = (shared?: Unit): ReturnType<typeof createAdapterFactory> =>
    createAdapterFactory({
      config: {
        adapterId: "frontdesk-table",
        adapterName: "Frontdesk table",
        supportsDates: false,
        supportsJSON: true,
        supportsArrays: true,
        transaction: shared
          ? false
          : (callback) =>
              retrying(async () => {
                const unit = new Unit();
                const result = await callback(factory(unit)(optionsInForce));
                await unit.commit();
                return result;
              }),
      },
      adapter: ({ schema, options, getFieldName }) => {
        const models = new Map<string, Model>();
        const modelOf = ({ model: name, modelKey = name }: Target): Model => {
          const model = models.get(name) ?? { name, layout: layoutOf(schema, modelKey), scope };
          models.set(name, model);
          return model;
        };
        const inUnit = <T>(body: (unit: Unit) => Promise<T>): Promise<T> =>
          shared
            ? body(shared)
            : retrying(async () => {
                const unit = new Unit();
                const result = await body(unit);
                await unit.commit();
                return result;
              });
        const rows = async (target: Target, where: readonly CleanedWhere[] = []) =>
          find(shared ?? new Unit(), modelOf(target), where, onListing);
        /** Changes the first row that fits, as it is at that moment; null when none does. */
        const one = (target: Target, where: readonly CleanedWhere[], change: Change) =>
          inUnit(async (unit) => {
            const [raw] = await find(unit, modelOf(target), where, onListing);
            return raw ? change(unit, modelOf(target), raw) : null;
          });
        /** Changes every row that fits, each in a unit of its own; how many did. */
        const many = async (target: Target, where: readonly CleanedWhere[], change: Change) => {
          let changed = 0;
          for (const raw of await rows(target, where)) {
            const done = await inUnit(async (unit) => {
              const now = await again(unit, raw, where);
              return now && change(unit, modelOf(target), now);
            });
            if (done) changed++;
          }
          return changed;
        };

        return {
          create: async ({ data, ...target }) => {
            const model = modelOf(target);
            const serial = options.advanced?.database?.generateId === "serial" && data.id === undefined;
            const row = { ...data, ...(serial && { id: await nextSerial(model) }) };
            await inUnit(async (unit) => insert(unit, model, row, await beside?.(unit, model, row)));
            return row;
          },
          findOne: async <T>({ where, ...target }: Target & { where: CleanedWhere[] }) => {
            const [raw] = await rows(target, where);
            return (raw?.row ?? null) as T | null;
          },
          findMany: async <T>({ where, limit, sortBy, offset = 0, select, ...target }: Listing) => {
            const named = (field: string) => getFieldName({ model: target.model, field });
            const found = (await rows(target, where)).map(({ row }) => row as Row);
            const page = sorted(found, sortBy && named(sortBy.field), sortBy?.direction).slice(
              offset,
              offset + limit,
            );
            return (select?.length ? page.map((row) => only(row, select.map(named))) : page) as T[];
          },
          count: async ({ where, ...target }) => (await rows(target, where)).length,
          update: <T>({ where, update, ...target }: Target & { where: CleanedWhere[]; update: T }) =>
            one(target, where, (unit, model, raw) =>
              replace(unit, model, raw, update as Row),
            ) as Promise<T | null>,
          updateMany: ({ where, update, ...target }) =>
            many(target, where, (unit, model, raw) => replace(unit, model, raw, update)),
          delete: async ({ where, ...target }) => {
            await many(target, where, removal);
          },
          deleteMany: ({ where, ...target }) => many(target, where, removal),
          consumeOne: <T>({ where, ...target }: Target & { where: CleanedWhere[] }) =>
            one(target, where, removal) as Promise<T | null>,
          incrementOne: <T>({ where, increment, set, ...target }: Increment) =>
            one(target, where, (unit, model, raw) =>
              replace(unit, model, raw, { ...set, ...raised(raw.row as Row, increment) }),
            ) as Promise<T | null>,
        };
      },
    });

  return (options: BetterAuthOptions) => {
    optionsInForce = options;
    return factory()(options);
  };
}

type Change = (unit: Unit, model: Model, raw: Raw) => Promise<Row>;
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

const removal: Change = async (unit, model, raw) => {
  erase(unit, model, raw);
  return raw.row as Row;
};

const only = (row: Row, fields: readonly string[]) =>
  Object.fromEntries(fields.filter((field) => field in row).map((field) => [field, row[field]]));

const raised = (row: Row, increment: Record<string, number>) =>
  Object.fromEntries(
    Object.entries(increment).map(([field, delta]) => [field, Number(row[field] ?? 0) + delta]),
  );
