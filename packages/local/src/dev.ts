import { asIfAt } from "@frontdesk/core/clock";
import { badRequest, notFound } from "@frontdesk/core/error";
import type { Capture } from "@frontdesk/core/message/channel/capture";
import type { Post } from "@frontdesk/core/message/sender";
import { schedules } from "@frontdesk/functions/schedule/index";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, Hono } from "hono";
import { messagesPage } from "./messages-page";

/** /dev is for the person at this machine: nobody who comes over the network or through a proxy. */
function fromThisMachine(c: Context): boolean {
  const { address = "" } = getConnInfo(c).remote;
  const forwarded = c.req.header("x-forwarded-for") ?? c.req.header("forwarded");
  return forwarded === undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);
}

/** What only the one-machine run has: the messages that were sent, and schedules run as if at another time. */
export function addDev<E extends object>(app: Hono<E>, post: Post, capture: Capture | undefined) {
  app.use("/dev/*", async (c, next) => {
    if (!fromThisMachine(c)) throw notFound();
    await next();
  });
  const sent = async (c: Context) => {
    const limit = Math.min(Math.max(Number(c.req.query("limit") ?? 100) || 100, 1), 1_000);
    return (await capture?.list({ limit, cursor: c.req.query("cursor") })) ?? { messages: [] };
  };
  app.get("/dev/messages.json", async (c) => c.json(await sent(c)));
  app.get("/dev/messages", async (c) => c.html(messagesPage(await sent(c))));
  app.post("/dev/schedules/:name", async (c) => {
    const schedule = Object.hasOwn(schedules, c.req.param("name"))
      ? schedules[c.req.param("name")]
      : undefined;
    if (!schedule) throw notFound();
    const at = new Date(c.req.query("at") ?? Date.now());
    if (Number.isNaN(at.getTime())) throw badRequest("at must be an ISO time", "at");
    const result = await asIfAt(at, () => schedule.run(post));
    return c.json({ schedule: c.req.param("name"), at: at.toISOString(), result: result ?? null });
  });
}
