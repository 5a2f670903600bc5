import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { Capture } from "./channel/capture";
import { type Channel, ChannelUnreachable } from "./channel/channel";
import { Message } from "./message.entity";
import { queueMessage } from "./outbox";
import { postThrough, sendMessage, sweepMessages } from "./sender";

// The sweeps here would send what other tests have waiting.
ownDatabase();
let firm: Awaited<ReturnType<typeof mintTenant>>;
let capture: Capture;
const noon = "2026-11-21T04:00:00.000Z";
const night = "2026-11-21T15:30:00.000Z";

beforeEach(async () => {
  firm = await mintTenant();
  capture = new Capture(await mkdtemp(join(tmpdir(), "frontdesk-messages-")));
});

afterEach(() => capture.close());

const both = (channel: Channel) => ({ sms: channel, mail: channel });
const queue = (at: string, phone = "+8613800001111") =>
  asIfAt(at, () =>
    firm.asSystem(async () => {
      const work = new Work(firm.tenantId);
      const values = { number: "BX20261121-0001", title: "水管漏水" };
      const to = { phone, locale: "zh-CN" as const };
      const id = queueMessage(work, await Tenant.need({}), {
        key: "ticketRegistered",
        values,
        to,
        urgent: false,
      });
      await work.commit();
      return id ?? "";
    }),
  );
const send = (at: string, id: string, channel: Channel) =>
  asIfAt(at, () => firm.asSystem(() => sendMessage(id, both(channel))));
const state = (messageId: string) => firm.asSystem(async () => (await Message.need({ messageId })).state);
const sent = async () => (await capture.list()).messages.map(({ id }) => id);

let killed = () => {};
/** A sender that is killed: it does its part and never comes back. */
const dying = (when: "before" | "after"): Channel => ({
  name: "dying",
  lookup: (id) => capture.lookup(id),
  send: async (message) => {
    if (when === "after") await capture.send(message);
    killed();
    return new Promise(() => {});
  },
});
/** Starts a send that will never end, and waits until it has got as far as it gets. */
const killedSend = async (at: string, id: string, channel: Channel) => {
  const died = new Promise<string>((resolve) => {
    killed = () => resolve("killed");
  });
  expect(await Promise.race([send(at, id, channel), died])).toBe("killed");
};

describe("the sender", () => {
  it("sends once, however many are called at once", async () => {
    const id = await queue(noon);
    await Promise.all(Array.from({ length: 12 }, () => send(noon, id, capture)));
    expect(await sent()).toEqual([id]);
    expect(await state(id)).toBe("sent");
  });

  it("killed before it claimed: the sweep sends it", async () => {
    const id = await queue(noon);
    await asIfAt(noon, () => sweepMessages(postThrough(both(capture))));
    expect(await sent()).toContain(id);
  });

  it("killed before handing over: looked up after the lease, then sent once", async () => {
    const id = await queue(noon);
    await killedSend(noon, id, dying("before"));
    await send(plus(noon, { seconds: 60 }), id, capture);
    expect(await sent()).toEqual([]);
    await asIfAt(plus(noon, { minutes: 5 }), () => sweepMessages(postThrough(both(capture))));
    expect(await sent()).toEqual([id]);
    expect(await state(id)).toBe("sent");
  });

  it("killed after handing over: looked up, never sent again", async () => {
    const id = await queue(noon);
    await killedSend(noon, id, dying("after"));
    expect(await state(id)).toBe("sending");
    await asIfAt(plus(noon, { minutes: 5 }), () => sweepMessages(postThrough(both(capture))));
    expect(await sent()).toEqual([id]);
    expect(await state(id)).toBe("sent");
  });

  it("killed at a channel that cannot tell: marked unknown, never sent again", async () => {
    const id = await queue(noon);
    const mute: Channel = { ...dying("after"), lookup: async () => "unknown" };
    await killedSend(noon, id, mute);
    await asIfAt(plus(noon, { minutes: 5 }), () => sweepMessages(postThrough(both(mute))));
    await asIfAt(plus(noon, { hours: 5 }), () => sweepMessages(postThrough(both(capture))));
    expect(await state(id)).toBe("unknown");
    expect(await sent()).toEqual([id]);
  });

  it("an outcome not known is marked so; an unreachable channel is tried again, longer each time", async () => {
    const unsure = await queue(noon);
    await send(noon, unsure, {
      ...dying("before"),
      send: () => Promise.reject(new Error("connection reset")),
    });
    expect(await state(unsure)).toBe("unknown");
    const waiting = await queue(noon, "+8613900002222");
    const down: Channel = { ...dying("before"), send: () => Promise.reject(new ChannelUnreachable("down")) };
    await send(noon, waiting, down);
    expect(await state(waiting)).toBe("pending");
    await send(plus(noon, { minutes: 1 }), waiting, capture);
    expect(await state(waiting)).toBe("pending");
    await send(plus(noon, { minutes: 3 }), waiting, capture);
    expect(await state(waiting)).toBe("sent");
  });

  it("gives up on a channel that stays away", async () => {
    const id = await queue(noon);
    const down: Channel = { ...dying("before"), send: () => Promise.reject(new ChannelUnreachable("down")) };
    for (let days = 0; days < 10; days++) await send(plus(noon, { days }), id, down);
    expect(await state(id)).toBe("failed");
  });

  it("keeps the quiet hours of the firm's zone, and sends in the morning", async () => {
    const id = await queue(night);
    await send(night, id, capture);
    expect(await state(id)).toBe("pending");
    await asIfAt("2026-11-22T00:01:00.000Z", () => sweepMessages(postThrough(both(capture))));
    expect(await state(id)).toBe("sent");
  });

  it("leaves out what its receiver refuses", async () => {
    await firm.asSystem(async () => {
      const work = new Work(firm.tenantId);
      const to = { phone: "+8613800001111", locale: "zh-CN" as const, refuses: ["sms"] as const };
      const tenant = await Tenant.need({});
      const values = { number: "BX20261121-0001", title: "水管漏水" };
      expect(
        queueMessage(work, tenant, { key: "ticketRegistered", values, to, optional: true }),
      ).toBeUndefined();
      expect(
        queueMessage(work, tenant, { key: "ticketRegistered", values, to, optional: false }),
      ).toBeDefined();
    });
  });
});
