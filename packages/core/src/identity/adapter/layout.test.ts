import { randomUUID } from "node:crypto";
import { getAuthTables } from "better-auth/db";
import { describe, expect, it } from "vitest";
import { metered } from "../../table/client";
import { identityScope } from "../scope";
import { layoutOf, tableAdapter } from "./index";
import { layouts } from "./layout";

const options = {};
/** A place of its own among the identities. */
const scope = () => `${identityScope}#test-${randomUUID()}`;
const fresh = (onListing?: (model: string) => void) => tableAdapter({ scope: scope(), onListing })(options);
type Adapter = ReturnType<typeof fresh>;

const person = (email = `${randomUUID()}@example.com`) => ({
  name: "王敏",
  email,
  emailVerified: true,
  createdAt: new Date(),
  updatedAt: new Date(),
});
const addUser = (adapter: Adapter, email?: string) => adapter.create({ model: "user", data: person(email) });
const session = (userId: string, token: string = randomUUID()) => ({
  userId,
  token,
  expiresAt: new Date(Date.now() + 60_000),
  createdAt: new Date(),
  updatedAt: new Date(),
});

describe("the sign-in library's records in the one table", () => {
  it("are found as its own schema says they are looked for", () => {
    const tables = getAuthTables(options);
    for (const [model, layout] of Object.entries(layouts)) expect(layoutOf(tables, model)).toEqual(layout);
  });

  it("answers all look-ups of sign-in by keys, however many others there are", async () => {
    const listed: string[] = [];
    const adapter = fresh((model) => listed.push(model));
    const user = await addUser(adapter, "a@example.com");
    const { id: userId } = user;
    const others = await Promise.all(Array.from({ length: 12 }, () => addUser(adapter)));
    await Promise.all(others.map(({ id }) => adapter.create({ model: "session", data: session(id) })));
    await adapter.create({ model: "session", data: session(userId, "mine") });
    const account = { userId, accountId: userId, providerId: "credential", password: "x" };
    await adapter.create({
      model: "account",
      data: { ...account, createdAt: new Date(), updatedAt: new Date() },
    });
    const { spent } = await metered(async () => {
      const one = (model: string, field: string, value: string) =>
        adapter.findOne<{ id: string }>({ model, where: [{ field, value }] });
      expect(await one("user", "email", "a@example.com")).toMatchObject({ id: userId });
      expect(await one("user", "id", userId)).toMatchObject({ id: userId });
      expect(await one("session", "token", "mine")).toMatchObject({ userId });
      expect(await one("account", "userId", userId)).toMatchObject({ accountId: userId });
      expect(await one("verification", "identifier", "nothing")).toBeNull();
      const mine = await adapter.findMany({ model: "session", where: [{ field: "userId", value: userId }] });
      expect(mine).toHaveLength(1);
    });
    expect(listed).toEqual([]);
    expect(spent.read).toBeLessThanOrEqual(12);
    await adapter.findMany({ model: "user", where: [{ field: "name", value: "王敏" }] });
    expect(listed).toEqual(["user"]);
  });

  it("keep an address with one person, whoever comes first", async () => {
    const adapter = fresh();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => addUser(adapter, "one@example.com")),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const [first] = await adapter.findMany<{ id: string }>({ model: "user" });
    const second = await addUser(adapter, "two@example.com");
    const taking = adapter.update({
      model: "user",
      where: [{ field: "id", value: second.id }],
      update: { email: "one@example.com" },
    });
    await expect(taking).rejects.toMatchObject({ code: "conflict" });
    await adapter.delete({ model: "user", where: [{ field: "id", value: first?.id ?? "" }] });
    await adapter.update({
      model: "user",
      where: [{ field: "id", value: second.id }],
      update: { email: "one@example.com" },
    });
    await addUser(adapter, "two@example.com");
    expect(await adapter.count({ model: "user" })).toBe(2);
  });

  it("give a value that is used up to one of many who ask at once", async () => {
    const adapter = fresh();
    const data = { identifier: "reset:1", value: "u", expiresAt: new Date(), createdAt: new Date() };
    await adapter.create({ model: "verification", data: { ...data, updatedAt: new Date() } });
    const taken = await Promise.all(
      Array.from({ length: 10 }, () =>
        adapter.consumeOne({ model: "verification", where: [{ field: "identifier", value: "reset:1" }] }),
      ),
    );
    expect(taken.filter((row) => row !== null)).toHaveLength(1);
    expect(await adapter.count({ model: "verification" })).toBe(0);
  });

  it("count every step of a counter, and none beyond its guard", async () => {
    const left = { left: { type: "number", required: false } } as const;
    const adapter = tableAdapter({ scope: scope() })({ user: { additionalFields: left } });
    const user = await adapter.create({ model: "user", data: { ...person(), left: 5 } });
    const take = () =>
      adapter.incrementOne<{ left: number }>({
        model: "user",
        where: [
          { field: "id", value: user.id },
          { field: "left", value: 0, operator: "gt" },
        ],
        increment: { left: -1 },
      });
    const steps = await Promise.all(Array.from({ length: 8 }, take));
    expect(steps.flatMap((row) => (row ? [row.left] : [])).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(steps.filter((row) => row === null)).toHaveLength(3);
  });

  it("take effect together in a transaction, which runs again when another was faster", async () => {
    const adapter = fresh();
    const user = await addUser(adapter);
    const where = [{ field: "id", value: user.id }];
    let runs = 0;
    await adapter.transaction(async (tx) => {
      runs++;
      const seen = await tx.findOne<{ name: string }>({ model: "user", where });
      if (runs === 1) await adapter.update({ model: "user", where, update: { name: "李雷" } });
      await tx.update({ model: "user", where, update: { name: `${seen?.name}!` } });
      await tx.create({ model: "session", data: session(user.id) });
    });
    expect(runs).toBe(2);
    expect(await adapter.findOne({ model: "user", where })).toMatchObject({ name: "李雷!" });
    expect(await adapter.count({ model: "session" })).toBe(1);
  });
});
