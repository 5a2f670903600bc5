import { createHash } from "node:crypto";
import * as z from "zod";
import { entity } from "../../table/entity";

/** How rows of one model are found: the field that is their address, fields that are unique, fields they are grouped by. */
export type Layout = { home: string; unique: readonly string[]; groups: readonly string[] };

/** The sign-in library's own models; the four there are without its plugins. */
export const layouts = {
  user: { home: "id", unique: ["email"], groups: [] },
  session: { home: "token", unique: [], groups: ["userId"] },
  account: { home: "id", unique: [], groups: ["userId"] },
  verification: { home: "id", unique: [], groups: ["identifier"] },
} as const satisfies Record<string, Layout>;

/** Several shards a model, so that listing a model heats no single partition. */
export const modelShards = 4;

/** A value as part of a key: long ones by their hash, since a key holds 2 KB at most. */
export const keyPart = (value: unknown): string => {
  const text = String(value);
  return text.length <= 200 ? text : `sha256.${createHash("sha256").update(text).digest("base64url")}`;
};

const shardOf = (home: string) => createHash("sha256").update(home).digest().readUInt8(0) % modelShards;

/** When the table may drop a row that says itself when it ends, a day later; epoch seconds. */
export const endOf = (row: Record<string, unknown>): number | undefined => {
  const ends = typeof row.expiresAt === "string" ? Date.parse(row.expiresAt) : Number.NaN;
  return Number.isNaN(ends) ? undefined : Math.floor(ends / 1000) + 86_400;
};

const looseRow = z.looseObject({});

/**
 * Rows of one model of the sign-in library, kept under `row` because its field names (`expiresAt`) are not ours to
 * choose; what we keep with a row lies beside it. Listed by shard (gsi1) only where nothing better is known of a row.
 */
export const rowEntity = <S extends z.ZodObject, B extends z.ZodRawShape>(
  model: string,
  home: string,
  row: S,
  beside: B,
) =>
  entity({
    name: `identity.${model}`,
    schema: z.looseObject({ row, ...beside }),
    key: (key: { row: Record<string, unknown> }) => [[model, keyPart(key.row[home])], "row"],
    indexes: {
      gsi1: (item) => {
        const at = keyPart((item.row as Record<string, unknown>)[home]);
        return [[model, String(shardOf(at))], at];
      },
    },
    expires: (item) => endOf(item.row as Record<string, unknown>),
  });

type NothingBeside = Record<never, z.ZodType>;
type AnyRows = ReturnType<typeof rowEntity<typeof looseRow, NothingBeside>>;
const anyRows = new Map<string, AnyRows>();

/** The rows of any model, whatever their fields. */
export function rowsOf(model: string, home: string): AnyRows {
  const name = `${model}|${home}`;
  const known = anyRows.get(name) ?? rowEntity(model, home, looseRow, {});
  anyRows.set(name, known);
  return known;
}

const place = { field: z.string(), value: z.string(), home: z.string(), ends: z.int().optional() };

/** Takes a unique value (`user.email`) and says whose it is. */
export const Unique = entity({
  name: "identity.unique",
  schema: z.object(place),
  key: (key: { field: string; value: string }) => [[key.field, key.value], "unique"],
  expires: ({ ends }) => ends,
});

/** One member of a group of rows, such as the sessions of a user. */
export const GroupEntry = entity({
  name: "identity.group",
  schema: z.object(place),
  key: (key: { field: string; value: string; home: string }) => [[key.field, key.value], `#${key.home}`],
  expires: ({ ends }) => ends,
});

/** The groups whose growth is counted, because somebody must reach all of their members at once. */
export const countedGroups: ReadonlySet<unknown> = new Set(["session.userId"]);

/**
 * Counts what was added to such a group. Whoever must reach every member of it checks in its transaction that this has
 * not moved since the group was read, so that none slips in between.
 */
export const GroupHead = entity({
  name: "identity.head",
  schema: z.object({ field: z.string(), value: z.string() }),
  key: (key: { field: string; value: string }) => [[key.field, key.value], "head"],
});
