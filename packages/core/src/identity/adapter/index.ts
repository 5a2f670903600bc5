import type { BetterAuthOptions } from "better-auth";
import {
  type AdapterFactoryConfig,
  type AdapterFactoryCustomizeAdapterCreator,
  createAdapterFactory,
} from "better-auth/adapters";
import { identityScope } from "../scope";
import type { Layout } from "./layout";
import { type Beside, operations } from "./operations";
import { retrying } from "./retry";
import type { Model, OnListing } from "./rows";
import { Unit } from "./unit";

export type AdapterSettings = {
  /** Under which name all lies; tests keep apart by one of their own. */
  scope?: string;
  onListing?: OnListing;
  beside?: Beside;
};

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

/** Runs `body` in one unit, again on fresh records when others changed them meanwhile. */
const inOneUnit = <T>(body: (unit: Unit) => Promise<T>): Promise<T> =>
  retrying(async () => {
    const unit = new Unit();
    const result = await body(unit);
    await unit.commit();
    return result;
  });

/** How better-auth's operations reach the table, all in one unit when `shared` is given. */
const reaching =
  (
    { scope = identityScope, ...settings }: AdapterSettings,
    shared?: Unit,
  ): AdapterFactoryCustomizeAdapterCreator =>
  ({ schema, options, getFieldName }) => {
    const models = new Map<string, Model>();
    return operations({
      ...settings,
      shared,
      inUnit: (body) => (shared ? body(shared) : inOneUnit(body)),
      serialIds: options.advanced?.database?.generateId === "serial",
      fieldName: ({ model }, field) => getFieldName({ model, field }),
      modelOf: ({ model: name, modelKey = name }) => {
        const model = models.get(name) ?? { name, layout: layoutOf(schema, modelKey), scope };
        models.set(name, model);
        return model;
      },
    });
  };

const config = {
  adapterId: "frontdesk-table",
  adapterName: "Frontdesk table",
  supportsDates: false,
  supportsJSON: true,
  supportsArrays: true,
} satisfies AdapterFactoryConfig;

/**
 * Keeps better-auth's records in the one table. Every operation is one unit, tried again when another changed its
 * records meanwhile; `transaction` makes one unit of many, and may run its callback more than once.
 */
export const tableAdapter =
  (settings: AdapterSettings = {}) =>
  (options: BetterAuthOptions) =>
    createAdapterFactory({
      config: {
        ...config,
        transaction: (callback) =>
          inOneUnit((unit) =>
            callback(createAdapterFactory({ config, adapter: reaching(settings, unit) })(options)),
          ),
      },
      adapter: reaching(settings),
    })(options);
