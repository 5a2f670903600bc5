import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { newId } from "@frontdesk/core/id";
import type { Noted, NotedAccess } from "@frontdesk/core/testing/requests";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isAllowed, type Question, type Session } from "./policy";
import { functions, one, rightsOf, root, statementsOf } from "./templates";

/** What the suite asked of the table, each kind of request once (core/src/testing/requests.ts). */
function noted(): Noted[] {
  const folder = process.env.FRONTDESK_REQUESTS ?? join(root, "dist/requests");
  if (!existsSync(folder)) throw new Error('No requests were noted: run the whole of "npm test".');
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Noted),
  );
}

const all = noted();
const fence = statementsOf(one("AWS::IAM::Role", "Tenant"));
const roles = Object.keys(functions);

/** How IAM may see a request: each item by itself, or all items of one action together. Both must agree. */
function questions({ operation, accesses }: Noted): Question[][] {
  const on = ({ index = "table" }: NotedAccess) => index;
  if (operation === "BatchGetItem")
    return [[{ action: operation, on: "table", leadingKeys: accesses.map(({ partition }) => partition) }]];
  const within = operation === "TransactWriteItems" ? operation : undefined;
  const single = accesses.map((access): Question => {
    return { action: access.action, on: on(access), leadingKeys: [access.partition], within };
  });
  const together = [...new Set(accesses.map(({ action }) => action))].map((action): Question => {
    const same = accesses.filter((access) => access.action === action);
    const [first] = same;
    return { action, on: first ? on(first) : "table", leadingKeys: same.map((a) => a.partition), within };
  });
  return within ? [single, together] : [single];
}

const allowed = (request: Noted, who: Session) =>
  questions(request).every((reading) => reading.every((question) => isAllowed(fence, question, who)));
const deniedAtAll = (request: Noted, who: Session) =>
  questions(request).every((reading) => reading.some((question) => !isAllowed(fence, question, who)));

/** The same request of another tenant. */
const of = (request: Noted, tenantId: string): Noted =>
  JSON.parse(JSON.stringify(request).replaceAll(request.tenantId ?? "", tenantId)) as Noted;

const forTenants = all.filter(({ tenantId }) => tenantId !== undefined);
const shown = (request: Noted) => JSON.stringify(request).slice(0, 300);

/** Three quarters of what the suite was seen to ask with a tenant's rights, and verbs it was seen to write by. */
const leastNoted = { GetItem: 430, BatchGetItem: 160, Query: 330, TransactWriteItems: 800 };
const leastVerbs = 84;

/** The kinds of records that core defines, by their names. */
function kindsInCode(): string[] {
  const core = join(root, "packages/core/src");
  const files = readdirSync(core, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts") && !file.includes("test"))
    .flatMap((file) => [
      ...readFileSync(join(core, file), "utf8").matchAll(/\bentity\(\{\s*name: "([\w.]+)"/g),
    ])
    .flatMap(([, name = ""]) => name);
}

const reads = ["GetItem", "BatchGetItem", "Query"];
const writes = ["PutItem", "UpdateItem", "DeleteItem", "ConditionCheckItem"];
const places = ["table", "gsi1", "gsi2", "gsi3", "due"];
const partiQl = ["Select", "Insert", "Update", "Delete"].map((verb) => `PartiQL${verb}`);
const wholeTable = ["DeleteTable", "UpdateTable", "ExportTableToPointInTime", "GetRecords"];
const forbidden = ["Scan", ...partiQl, ...wholeTable];

describe("the tenants' role", () => {
  it("was asked for by the whole of the real suite", () => {
    const count = (operation: string) => forTenants.filter((one) => one.operation === operation).length;
    for (const [operation, least] of Object.entries(leastNoted))
      expect([operation, count(operation)]).toEqual([operation, expect.toSatisfy((n: number) => n >= least)]);
    expect(new Set(all.map(({ operation }) => operation))).toEqual(
      new Set([...Object.keys(leastNoted), "UpdateItem"]),
    );
    const verbs = new Set(all.flatMap(({ verb = [] }) => verb));
    expect(verbs.size).toBeGreaterThanOrEqual(leastVerbs);
  });

  it("was asked to write every kind of record that there is", () => {
    const written = new Set(all.flatMap(({ accesses }) => accesses.flatMap(({ kind = [] }) => kind)));
    const kinds = kindsInCode();
    expect(kinds.length).toBeGreaterThan(50);
    expect(kinds.filter((kind) => !written.has(kind))).toEqual([]);
  });

  it("lets a tenant do everything that the product asks for it, and nobody else any of it", () => {
    const tenants = fc
      .tuple(fc.integer(), fc.integer())
      .map(() => [newId("tenant"), newId("tenant")] as const);
    fc.assert(
      fc.property(tenants, ([a, b]) => {
        const wrong = forTenants.filter((request) => {
          const own = of(request, a);
          return !allowed(own, { tenant: a }) || !deniedAtAll(own, { tenant: b });
        });
        expect(wrong.map(shown)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it("is needed wherever a tenant's key is named, and for nothing without one", () => {
    const isOurs = ({ partition, index }: NotedAccess) =>
      !/^(identity|link)#/.test(partition) && index !== "due";
    const wrong = all.filter(({ tenantId, accesses }) => accesses.some(isOurs) !== (tenantId !== undefined));
    expect(wrong.map(shown)).toEqual([]);
  });

  it("never scans, speaks no PartiQL and knows no whole-table action", () => {
    for (const action of forbidden)
      for (const on of places)
        for (const leadingKeys of [undefined, [], ["ten_a#x"]])
          expect(isAllowed(fence, { action, on, leadingKeys }, { tenant: "ten_a" })).toBe(false);
  });

  it("lets no request pass that names no key, or a key among others'", () => {
    for (const action of [...reads, ...writes])
      for (const on of places)
        for (const leadingKeys of [undefined, [], ["ten_b#x"], ["ten_a#x", "ten_b#x"]])
          for (const within of [undefined, "TransactWriteItems"])
            expect(isAllowed(fence, { action, on, leadingKeys, within }, { tenant: "ten_a" })).toBe(false);
  });

  it("falls for no prefix, wildcard or missing tag", () => {
    const tricks: [string, Session][] = [
      ["t1-2#x", { tenant: "t1" }],
      ["t12#x", { tenant: "t1" }],
      ["t1", { tenant: "t1" }],
      ["T1#x", { tenant: "t1" }],
      [" t1#x", { tenant: "t1" }],
      ["t1-2#x", { tenant: "t1*" }],
      ["t12#x", { tenant: "t1?" }],
      ["ten_a#x", {}],
    ];
    for (const [key, who] of tricks)
      for (const action of reads)
        expect([key, isAllowed(fence, { action, on: "table", leadingKeys: [key] }, who)]).toEqual([
          key,
          false,
        ]);
  });

  it("writes what has no tenant only within a transaction, and reads none of it", () => {
    for (const key of ["identity#session#x", "link#x"]) {
      const asked = { on: "table", leadingKeys: [key] };
      for (const action of reads)
        expect(isAllowed(fence, { ...asked, action }, { tenant: "ten_a" })).toBe(false);
      expect(isAllowed(fence, { ...asked, action: "PutItem" }, { tenant: "ten_a" })).toBe(false);
      const within = "TransactWriteItems";
      expect(isAllowed(fence, { ...asked, action: "PutItem", within }, { tenant: "ten_a" })).toBe(true);
    }
  });
});

describe("the evaluator", () => {
  const asked = { action: "GetItem", on: "table" };
  const without = (...operators: string[]) =>
    fence.map((statement) => ({
      ...statement,
      Condition: Object.fromEntries(
        Object.entries(statement.Condition ?? {}).filter(([operator]) => !operators.includes(operator)),
      ),
    }));

  it("sees what each condition is there for", () => {
    const who = { tenant: "ten_a" };
    expect(isAllowed(without("Null"), asked, who)).toBe(true);
    expect(isAllowed(without("ForAllValues:StringLike"), { ...asked, leadingKeys: ["ten_b#x"] }, who)).toBe(
      true,
    );
    const alone = { action: "PutItem", on: "table", leadingKeys: ["link#x"] };
    expect(isAllowed(without("ForAnyValue:StringEquals"), alone, who)).toBe(true);
    expect(isAllowed(without("Null", "ForAllValues:StringLike"), { ...asked, action: "Scan" }, who)).toBe(
      false,
    );
  });

  it("knows no operator but those it was held against", () => {
    const other = [
      { ...fence[0], Condition: { StringLike: { "dynamodb:LeadingKeys": ["*"] } } },
    ] as typeof fence;
    expect(() => isAllowed(other, { ...asked, leadingKeys: ["x"] }, {})).toThrow("does not know StringLike");
  });
});

describe("the functions' own rights", () => {
  const tenantless = all.filter(({ tenantId }) => tenantId === undefined);
  const own = Object.fromEntries(
    roles.map((name) => {
      const onTable = (action: unknown) => String(action).startsWith("dynamodb:");
      const statements = rightsOf(name).filter(({ Action }) => [Action].flat().some(onTable));
      return [name, statements];
    }),
  );
  const may = (name: string, question: Question) => isAllowed(own[name] ?? [], question, {});

  it("are enough for sign-in, links and what is due", () => {
    for (const request of tenantless)
      for (const question of questions(request).flat()) {
        const name = question.on === "due" ? "schedule" : "api";
        expect([shown(request), may(name, question)]).toEqual([shown(request), true]);
      }
  });

  it("are of no use for a whole table, and for no key", () => {
    for (const name of roles)
      for (const action of [...forbidden, ...reads, ...writes])
        for (const on of places.filter((place) => place !== "due"))
          for (const leadingKeys of [undefined, []])
            expect([name, action, on, may(name, { action, on, leadingKeys })]).toEqual([
              name,
              action,
              on,
              false,
            ]);
  });

  it("look SMS up by their reference and nothing else, where receipts come in", () => {
    const asked = { action: "GetItem", on: "table" };
    expect(may("receipts", { ...asked, leadingKeys: ["link#x"] })).toBe(true);
    expect(may("receipts", { ...asked, leadingKeys: ["identity#session#x"] })).toBe(false);
    expect(may("receipts", { ...asked, action: "PutItem", leadingKeys: ["link#x"] })).toBe(false);
  });

  it("reach no tenant's data, in any function", () => {
    for (const name of roles)
      for (const request of forTenants) {
        const tenants = request.accesses.filter(({ partition }) => partition.startsWith("ten_"));
        const touched = questions({ ...request, accesses: tenants }).flat();
        expect(touched.filter((question) => question.on !== "due" && may(name, question))).toEqual([]);
      }
  });
});
