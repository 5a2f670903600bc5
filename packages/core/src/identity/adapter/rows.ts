import type { CleanedWhere } from "better-auth/adapters";
import { conflict } from "../../error";
import {
  countedGroups,
  endOf,
  GroupEntry,
  GroupHead,
  keyPart,
  type Layout,
  modelShards,
  rowsOf,
  Unique,
} from "./layout";
import type { Raw, Unit } from "./unit";
import { type LookUp, lookUps, matches } from "./where";

export type Row = Record<string, unknown>;
/** The rows of one model: its name in the table, its layout, and under which name all lies (tests use their own). */
export type Model = { name: string; layout: Layout; scope: string };

/** Told when rows had to be found by listing a model; sign-in never does. */
export type OnListing = (model: string) => void;

const rowOf = (raw: Raw) => raw.row as Row;
const stamped = (model: Model, rev: number) => ({ tenantId: model.scope, rev });

function record(model: Model, row: Row, rev: number, rest: Row = {}): Raw {
  const item = { ...rest, row, ...stamped(model, rev) };
  return rowsOf(model.name, model.layout.home).record(item) as Raw;
}

type Places = { unique: Raw[]; groups: Raw[] };

/** What a row's further fields keep beside it: its unique values and its places in groups. */
function places({ name, layout, scope }: Model, row: Row): Places {
  const place = (field: string) => ({
    field: `${name}.${field}`,
    value: keyPart(row[field]),
    home: keyPart(row[layout.home]),
    ends: endOf(row),
    tenantId: scope,
    rev: 1,
  });
  const present = (fields: readonly string[]) =>
    fields.filter((field) => row[field] !== undefined && row[field] !== null);
  return {
    unique: present(layout.unique).map((field) => Unique.record(place(field)) as Raw),
    groups: present(layout.groups).map((field) => GroupEntry.record(place(field)) as Raw),
  };
}

const nameOf = ({ pk, sk }: Raw) => `${pk}|${sk}`;

/** Adds a row, its unique values and its places in groups. */
export async function insert(unit: Unit, model: Model, row: Row, rest?: Row): Promise<Row> {
  const item = record(model, row, 1, rest);
  const { unique, groups } = places(model, row);
  const taken = await unit.getAll([item, ...unique]);
  if (taken.length > 0) throw conflict(`A ${model.name} like this exists already`);
  for (const one of [item, ...unique]) unit.put(one);
  for (const entry of groups) {
    unit.set(entry);
    await raise(unit, model, entry);
  }
  return row;
}

async function raise(unit: Unit, model: Model, entry: Raw) {
  if (!countedGroups.has(entry.field)) return;
  const group = { field: String(entry.field), value: String(entry.value) };
  const head = await unit.get(GroupHead.key(group, model.scope));
  unit.put(GroupHead.record({ ...group, ...stamped(model, (head?.rev ?? 0) + 1) }) as Raw);
}

/** Changes a row, moving it where its address, unique values or groups change. */
export async function replace(unit: Unit, model: Model, raw: Raw, changes: Row): Promise<Row> {
  const before = rowOf(raw);
  const row = { ...before, ...changes };
  const { rev, ...rest } = rowsOf(model.name, model.layout.home).item(raw);
  const item = record(model, row, rev + 1, rest);
  if (item.pk === raw.pk) unit.put(item);
  else {
    unit.remove(raw);
    unit.put({ ...item, rev: 1 });
  }
  await replacePlaces(unit, model, places(model, before), places(model, row));
  return row;
}

/** Leaves what a changed row has no more, takes what it has now, and moves the end of what it keeps. */
async function replacePlaces(unit: Unit, model: Model, before: Places, after: Places) {
  const old = new Map([...before.unique, ...before.groups].map((item) => [nameOf(item), item]));
  const kept = new Set([...after.unique, ...after.groups].map(nameOf));
  for (const [name, item] of old) if (!kept.has(name)) unit.drop(item);
  const fresh = (item: Raw) => !old.has(nameOf(item));
  const moved = (item: Raw) => !fresh(item) && old.get(nameOf(item))?.ends !== item.ends;
  if ((await unit.getAll(after.unique.filter(fresh))).length > 0)
    throw conflict(`A ${model.name} like this exists already`);
  for (const item of after.unique.filter(fresh)) unit.put(item);
  for (const item of [...after.unique, ...after.groups].filter(moved)) unit.set(item);
  for (const entry of after.groups.filter(fresh)) {
    unit.set(entry);
    await raise(unit, model, entry);
  }
}

/** Deletes a row with all that was kept beside it. */
export function erase(unit: Unit, model: Model, raw: Raw) {
  unit.remove(raw);
  const { unique, groups } = places(model, rowOf(raw));
  for (const item of [...unique, ...groups]) unit.drop(item);
}

async function byLookUp(
  unit: Unit,
  model: Model,
  { field, value }: LookUp,
): Promise<{ pk: string; sk: string }[]> {
  const { name, layout, scope } = model;
  const at = (home: unknown) => rowsOf(name, layout.home).key({ row: { [layout.home]: home } }, scope);
  if (field === layout.home) return [at(value)];
  const place = { field: `${name}.${field}`, value: keyPart(value) };
  if (layout.unique.includes(field)) {
    const found = await unit.get(Unique.key(place, scope));
    return found ? [at(found.home)] : [];
  }
  const { pk } = GroupEntry.key({ ...place, home: "" }, scope);
  return (await unit.query(pk, "#")).map((entry) => at(entry.home));
}

async function candidates(unit: Unit, model: Model, where: readonly CleanedWhere[], onListing?: OnListing) {
  const wanted = lookUps(where, model.layout);
  if (wanted) {
    const places = await Promise.all(wanted.map((one) => byLookUp(unit, model, one)));
    return unit.getAll(places.flat());
  }
  onListing?.(model.name);
  const shards = Array.from({ length: modelShards }, (_, shard) => `${model.scope}#${model.name}#${shard}`);
  return (await Promise.all(shards.map((pk) => unit.list(pk)))).flat();
}

/** The rows that fit, as they lie in the table, in no order. */
export async function find(unit: Unit, model: Model, where: readonly CleanedWhere[], onListing?: OnListing) {
  const found = await candidates(unit, model, where, onListing);
  return found.filter((raw) => matches(rowOf(raw), where));
}

/** The same row as it is now, if it still fits. */
export async function again(unit: Unit, raw: Raw, where: readonly CleanedWhere[]): Promise<Raw | undefined> {
  const now = await unit.get(raw);
  return now && matches(rowOf(now), where) ? now : undefined;
}
