import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Message } from "@frontdesk/core/message/message.entity";
import { queueMessage } from "@frontdesk/core/message/outbox";
import { signature } from "@frontdesk/core/signature";
import { Work } from "@frontdesk/core/table/work";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";

const secret = "what the gateway and we have agreed on";
const call = { awsRequestId: "a call" };

/** What came to the gateway, which answers with `status`. */
const gateway = { got: [] as { body: string; headers: Record<string, unknown> }[], status: 200 };
const server = createServer(async (request, response) => {
  gateway.got.push({ body: await text(request), headers: request.headers });
  response.writeHead(gateway.status).end("{}");
});

const asked: string[] = [];
const lines: { level: string; message?: string }[] = [];
let send: typeof import("./send").handler;
let firm: Awaited<ReturnType<typeof mintTenant>>;

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_SECRETS", "frontdesk/test");
  vi.stubEnv("MAIL_CHANNEL", "ses");
  vi.stubEnv("MAIL_FROM", "service@fd.example");
  vi.stubEnv("SMS_CHANNEL", "webhook");
  vi.stubEnv("SMS_WEBHOOK_URL", `http://127.0.0.1:${port}/sms`);
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    asked.push(JSON.parse(String(body)).SecretId);
    return Response.json({ SecretString: secret });
  });
  ({ handler: send } = await import("./send"));
  firm = await mintTenant();
});
beforeEach(() => {
  Object.assign(gateway, { got: [], status: 200 });
  lines.splice(0);
  vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
});
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await new Promise((closed) => server.close(closed));
});

/** An urgent SMS that waits to be sent: its id. */
const waiting = () =>
  firm.asSystem(async () => {
    const work = new Work(firm.tenantId);
    const letter = { key: "phoneCode", values: { code: "123456", minutes: 10 } } as const;
    const to = { phone: "+8613800001111", locale: "zh-CN" } as const;
    const messageId = queueMessage(work, await Tenant.need({}), { ...letter, to }) ?? "";
    await work.commit();
    return messageId;
  });
const record = (messageId: string, body: unknown) => ({ messageId, body: JSON.stringify(body) });
const queued = (messageId: string, tenantId = firm.tenantId) =>
  record(`of ${messageId}`, { tenantId, messageId });
const stateOf = (messageId: string) => firm.asSystem(() => Message.need({ messageId }));

it("sends what the queue names, signed with the secret that lies where secrets are kept", async () => {
  const messageId = await waiting();
  expect(await send({ Records: [queued(messageId)] }, call)).toEqual({ batchItemFailures: [] });
  expect(await stateOf(messageId)).toMatchObject({ state: "sent" });
  expect(asked).toEqual(["frontdesk/test/SMS_WEBHOOK_SECRET"]);
  const [{ body, headers } = { body: "", headers: {} }] = gateway.got;
  expect(JSON.parse(body)).toMatchObject({ id: messageId, to: "+8613800001111", urgent: true });
  const signed = signature(secret, String(headers["frontdesk-timestamp"]), body);
  expect(headers["frontdesk-signature"]).toBe(`v1=${signed}`);
});

it("sends once what the queue brings twice, at once and later", async () => {
  const messageId = await waiting();
  await send({ Records: [queued(messageId), queued(messageId)] }, call);
  await send({ Records: [queued(messageId)] }, call);
  expect(gateway.got).toHaveLength(1);
});

it("has only that come again which could not be looked at", async () => {
  const messageId = await waiting();
  const torn = { messageId: "torn", body: "{" };
  const wrong = record("wrong", { tenantId: firm.tenantId });
  const answer = await send({ Records: [torn, queued(messageId), wrong] }, call);
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: "torn" }, { itemIdentifier: "wrong" }] });
  expect(await stateOf(messageId)).toMatchObject({ state: "sent" });
});

it("leaves to the sweep what the gateway does not take now, and to nobody what may have left", async () => {
  gateway.status = 503;
  const later = await waiting();
  expect(await send({ Records: [queued(later)] }, call)).toEqual({ batchItemFailures: [] });
  expect(await stateOf(later)).toMatchObject({ state: "pending", attempts: 1 });
  gateway.status = 500;
  const unclear = await waiting();
  expect(await send({ Records: [queued(unclear)] }, call)).toEqual({ batchItemFailures: [] });
  expect(await stateOf(unclear)).toMatchObject({ state: "unknown" });
});

it("finds no message of one firm under another's name, and sends none", async () => {
  const messageId = await waiting();
  const other = await mintTenant();
  await send({ Records: [queued(messageId, other.tenantId)] }, call);
  expect(await stateOf(messageId)).toMatchObject({ state: "pending" });
  expect(gateway.got).toEqual([]);
});

it("tells in the log which message failed, for whom, and has it come again", async () => {
  const messageId = await waiting();
  vi.spyOn(Message, "get").mockRejectedValue(new Error("the table is away"));
  const answer = await send({ Records: [queued(messageId)] }, call);
  expect(answer.batchItemFailures).toEqual([{ itemIdentifier: `of ${messageId}` }]);
  expect(lines).toMatchObject([
    { level: "error", message: messageId, tenantId: firm.tenantId, requestId: "a call" },
  ]);
});
