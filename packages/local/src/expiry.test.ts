import { asIfAt } from "@frontdesk/core/clock";
import { Message } from "@frontdesk/core/message/message.entity";
import { queueMessage } from "@frontdesk/core/message/outbox";
import { IdempotencyRecord } from "@frontdesk/core/table/idempotency";
import { Work } from "@frontdesk/core/table/work";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { expect, it } from "vitest";
import { dropExpired } from "./expiry";

// Other tests travel in time, and what they write may have expired by ours.
ownDatabase();

it("what has expired goes, page by page; what has not, and what never does, stays", async () => {
  const firm = await mintTenant();
  const keys = Array.from({ length: 1_200 }, (_, i) => `key-${i}`);
  const answers = (at: string, some: string[]) =>
    asIfAt(at, async () => {
      for (let start = 0; start < some.length; start += 100) {
        const work = new Work(firm.tenantId);
        for (const key of some.slice(start, start + 100))
          work.create(IdempotencyRecord, { owner: "o", key, bodyHash: "h", said: {}, at });
        await work.commit();
      }
    });
  await answers("2026-11-01T00:00:00.000Z", keys.slice(0, 1_190));
  await answers("2026-11-10T00:00:00.000Z", keys.slice(1_190));
  const code = await asIfAt("2026-11-05T00:00:00.000Z", () =>
    firm.asSystem(async () => {
      const work = new Work(firm.tenantId);
      const to = { phone: "+8613800001111", locale: "zh-CN" as const };
      const tenant = await Tenant.need({});
      const id = queueMessage(work, tenant, {
        key: "phoneCode",
        values: { code: "123456", minutes: 10 },
        to,
      });
      await work.commit();
      return id ?? "";
    }),
  );
  const there = () =>
    firm.asSystem(async () => ({
      answers: (await IdempotencyRecord.batch(keys.map((key) => ({ owner: "o", key })))).length,
      codes: (await Message.batch([{ messageId: code }])).length,
      firms: (await Tenant.batch([{}])).length,
    }));

  await asIfAt("2026-11-01T12:00:00.000Z", () => dropExpired());
  expect(await there()).toEqual({ answers: 1_200, codes: 1, firms: 1 });
  expect(await asIfAt("2026-11-06T00:00:00.000Z", () => dropExpired())).toBe(1_190);
  expect(await there()).toEqual({ answers: 10, codes: 1, firms: 1 });
  expect(await asIfAt("2026-11-10T12:00:00.000Z", () => dropExpired())).toBe(1);
  expect(await there()).toEqual({ answers: 10, codes: 0, firms: 1 });
}, 60_000);
