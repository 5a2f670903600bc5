import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { ChannelUnreachable, OutcomeUnknown } from "./channel";
import { type Asked, anSms, deadPort, failureOf, httpServer, listen } from "./testing";
import { type WebhookSettings, webhookChannel } from "./webhook";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const secret = "0123456789abcdef0123456789abcdef";

async function gateway(answer: (response: ServerResponse, asked: Asked) => void) {
  const server = await httpServer(answer);
  closing.push(server.close);
  return server;
}
const answering =
  (status: number, body = "") =>
  (response: ServerResponse) =>
    void response.writeHead(status, { Location: "/elsewhere" }).end(body);

const through = (url: string, changes: Partial<WebhookSettings> = {}) =>
  webhookChannel({ url: `${url}/sms?via=1`, secret, timeoutMs: 2_000, ...changes });

/** What a gateway would do: recompute the signature over what it got. */
function isSigned(call: Asked | undefined, payload: string): boolean {
  const timestamp = String(call?.headers["frontdesk-timestamp"]);
  const expected = createHmac("sha256", secret).update(`${timestamp}.${payload}`).digest("hex");
  const fresh = Math.abs(Date.now() / 1000 - Number(timestamp)) < 60;
  return fresh && call?.headers["frontdesk-signature"] === `v1=${expected}`;
}

describe("an SMS handed over", () => {
  test("is one signed POST with everything a gateway needs", async () => {
    const { url, asked } = await gateway(answering(202, '{"reference":"gw-4711"}'));
    const template = { name: "phoneCode", values: { code: "482913", minutes: "10" } };
    const receipt = await through(url).send(anSms({ template }));
    expect(receipt).toEqual({ status: "sent", reference: "gw-4711" });
    expect(asked).toHaveLength(1);
    const [call] = asked;
    expect(call).toMatchObject({ method: "POST", path: "/sms?via=1" });
    expect(call?.headers).toMatchObject({
      "content-type": "application/json",
      "idempotency-key": "msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V",
    });
    expect(isSigned(call, call?.body ?? "")).toBe(true);
    expect(isSigned(call, `${call?.body} `)).toBe(false);
    expect(JSON.parse(call?.body ?? "")).toEqual({
      id: "msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V",
      to: "+8613800138000",
      text: "【阳光物业】验证码482913，10分钟内有效。",
      signature: "阳光物业",
      template,
      urgent: true,
    });
  });

  test("without words of the gateway our id is the reference", async () => {
    const { url } = await gateway(answering(200, "OK"));
    expect(await through(url).send(anSms())).toEqual({ status: "sent", reference: anSms().id });
  });

  test("an answer cut short after its status still counts", async () => {
    const { url } = await gateway((response) => {
      response.writeHead(200, { "Content-Length": "1000" });
      response.write("half of", () => response.destroy());
    });
    expect((await through(url).send(anSms())).status).toBe("sent");
  });

  test("an endless answer is not read to its end", async () => {
    const { url } = await gateway((response) => {
      response.writeHead(200);
      const more = () => {
        if (!response.destroyed) response.write("x".repeat(16_384), more);
      };
      more();
    });
    expect((await through(url).send(anSms())).status).toBe("sent");
  });

  test("a local number is refused and not sent", async () => {
    const { url, asked } = await gateway(answering(200));
    expect((await through(url).send(anSms({ to: "13800138000" }))).status).toBe("refused");
    expect(asked).toHaveLength(0);
  });
});

describe("a gateway that says no", () => {
  test.each([400, 410, 413, 415, 422])("%i: refused with its words", async (status) => {
    const { url, asked } = await gateway(answering(status, "number is not in use"));
    const receipt = await through(url).send(anSms());
    expect(receipt).toEqual({ status: "refused", reason: `${status} number is not in use` });
    expect(asked).toHaveLength(1);
  });

  test.each([301, 307, 401, 403, 404, 405, 408, 425, 429, 503])(
    "%i: unreachable, asked once",
    async (status) => {
      const { url, asked } = await gateway(answering(status));
      expect(await failureOf(through(url).send(anSms()))).toBeInstanceOf(ChannelUnreachable);
      expect(asked).toHaveLength(1);
    },
  );

  test.each([409, 500, 502, 504])("%i: unknown, asked once", async (status) => {
    const { url, asked } = await gateway(answering(status));
    expect(await failureOf(through(url).send(anSms()))).toBeInstanceOf(OutcomeUnknown);
    expect(asked).toHaveLength(1);
  });
});

describe("a connection that fails", () => {
  test("nobody listening: unreachable", async () => {
    const channel = through(`http://127.0.0.1:${await deadPort()}`);
    expect(await failureOf(channel.send(anSms()))).toBeInstanceOf(ChannelUnreachable);
  });

  test("a host without an address: unreachable", async () => {
    const failure = await failureOf(through("http://gateway.invalid").send(anSms()));
    expect(failure).toBeInstanceOf(ChannelUnreachable);
  });

  test("a TLS handshake that never ends: unreachable, nothing was handed over", async () => {
    const server = createServer((socket) => closing.push(() => socket.destroy()));
    const port = await listen(server);
    closing.push(() => server.close());
    const failure = await failureOf(through(`https://127.0.0.1:${port}`, { timeoutMs: 300 }).send(anSms()));
    expect(failure).toBeInstanceOf(ChannelUnreachable);
  });

  test("no answer in time: unknown", async () => {
    const { url } = await gateway(() => undefined);
    expect(await failureOf(through(url, { timeoutMs: 300 }).send(anSms()))).toBeInstanceOf(OutcomeUnknown);
  });

  test("cut after the request: unknown", async () => {
    const { url } = await gateway((response) => response.destroy());
    expect(await failureOf(through(url).send(anSms()))).toBeInstanceOf(OutcomeUnknown);
  });
});

describe("asking after a message", () => {
  const asking = (url: string) => through(url, { lookupUrl: `${url}/sms/{id}?full=1` });

  test("is a GET signed over its path and query", async () => {
    const { url, asked } = await gateway(answering(200, '{"status":"sent"}'));
    expect(await asking(url).lookup("msg_1/../2")).toBe("sent");
    expect(asked[0]).toMatchObject({ method: "GET", path: "/sms/msg_1%2F..%2F2?full=1" });
    expect(isSigned(asked[0], "/sms/msg_1%2F..%2F2?full=1")).toBe(true);
  });

  const answers: [number, string, string][] = [
    [200, '{"status":"sent"}', "sent"],
    [200, '{"status":"absent"}', "absent"],
    [404, '{"status":"absent"}', "absent"],
    [404, "not found", "unknown"],
    [200, '{"status":"queued"}', "unknown"],
    [200, "hello", "unknown"],
    [500, '{"status":"sent"}', "unknown"],
  ];
  test.each(answers)("%i %s means %s", async (status, body, expected) => {
    const { url } = await gateway(answering(status, body));
    expect(await asking(url).lookup("msg_1")).toBe(expected);
  });

  test("where nobody answers, or no address is set: unknown", async () => {
    const nobody = `http://127.0.0.1:${await deadPort()}`;
    expect(await asking(nobody).lookup("msg_1")).toBe("unknown");
    expect(await through(nobody).lookup("msg_1")).toBe("unknown");
  });
});
