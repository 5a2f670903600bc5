import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { ChannelUnreachable, OutcomeUnknown } from "./channel";
import { type SesSettings, sesChannel } from "./ses";
import { type Asked, aMail, deadPort, failureOf, httpServer, listen } from "./testing";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const accepted = `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
<SendRawEmailResult><MessageId>0102-ses-4711</MessageId></SendRawEmailResult>
<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></SendRawEmailResponse>`;

const fault = (code: string) => `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">
<Error><Type>Sender</Type><Code>${code}</Code><Message>words about ${code}</Message></Error>
<RequestId>r-2</RequestId></ErrorResponse>`;

async function service(answer: (response: ServerResponse, asked: Asked) => void) {
  const server = await httpServer(answer);
  closing.push(server.close);
  return server;
}
const answering = (status: number, body: string) => (response: ServerResponse) =>
  void response.writeHead(status, { "Content-Type": "text/xml" }).end(body);

const through = (endpoint: string, changes: Partial<SesSettings> = {}) =>
  sesChannel({
    region: "cn-north-1",
    endpoint,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    from: "default@frontdesk.example",
    ...changes,
  });

describe("a mail handed over", () => {
  test("is one signed SendRawEmail with envelope, headers, configuration set and our id", async () => {
    const { url, asked } = await service(answering(200, accepted));
    const headers = { "List-Unsubscribe": "<https://fd.example/r/1>" };
    const receipt = await through(url, { configurationSet: "events" }).send(aMail({ headers }));
    expect(receipt).toEqual({ status: "sent", reference: "0102-ses-4711" });
    expect(asked).toHaveLength(1);
    const [call] = asked;
    expect(call?.method).toBe("POST");
    expect(call?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/cn-north-1\/ses\/aws4_request, .*Signature=[0-9a-f]{64}$/,
    );
    const form = new URLSearchParams(call?.body);
    expect(form.get("Action")).toBe("SendRawEmail");
    expect(form.get("Source")).toBe("service@firm.example.com");
    expect(form.get("Destinations.member.1")).toBe("resident@example.com");
    expect(form.get("Destinations.member.2")).toBeNull();
    expect(form.get("ConfigurationSetName")).toBe("events");
    expect(form.get("Tags.member.1.Name")).toBe("message");
    expect(form.get("Tags.member.1.Value")).toBe("msg_01JD3V0N5W2Q8Z7R6T5Y4X3W2V");
    const raw = Buffer.from(form.get("RawMessage.Data") ?? "", "base64").toString("utf8");
    expect(raw).toContain("List-Unsubscribe: <https://fd.example/r/1>\r\n");
    expect(raw).toMatch(/^To: resident@example\.com\r$/m);
    expect(raw).toMatch(/text\/plain[\s\S]*text\/html/);
  });

  test("goes out without a configuration set from the channel's address when nothing else is set", async () => {
    const { url, asked } = await service(answering(200, accepted));
    await through(url).send(aMail({ from: { name: "Firm" } }));
    const form = new URLSearchParams(asked[0]?.body);
    expect(form.get("Source")).toBe("default@frontdesk.example");
    expect(form.has("ConfigurationSetName")).toBe(false);
  });
});

describe("a service that says no", () => {
  test.each(["MessageRejected", "InvalidParameterValue"])("%s: refused", async (code) => {
    const { url, asked } = await service(answering(400, fault(code)));
    const receipt = await through(url).send(aMail());
    expect(receipt).toEqual({ status: "refused", reason: `${code}: words about ${code}` });
    expect(asked).toHaveLength(1);
  });

  const ours: [number, string][] = [
    [400, "Throttling"],
    [400, "ThrottlingException"],
    [429, "TooManyRequestsException"],
    [400, "MailFromDomainNotVerifiedException"],
    [400, "AccountSendingPausedException"],
    [400, "ConfigurationSetDoesNotExist"],
    [403, "SignatureDoesNotMatch"],
    [403, "InvalidClientTokenId"],
    [503, "ServiceUnavailable"],
  ];
  test.each(ours)("%i %s: unreachable, asked once", async (status, code) => {
    const { url, asked } = await service(answering(status, fault(code)));
    const failure = await failureOf(through(url).send(aMail()));
    expect(failure).toBeInstanceOf(ChannelUnreachable);
    expect(asked).toHaveLength(1);
  });

  test("500: unknown, and never tried again by itself", async () => {
    const { url, asked } = await service(answering(500, fault("InternalFailure")));
    expect(await failureOf(through(url).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
    expect(asked).toHaveLength(1);
  });

  test("an answer that makes no sense: unknown", async () => {
    const { url } = await service(answering(200, "<html>a proxy's page"));
    expect(await failureOf(through(url).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
  });
});

describe("a connection that fails", () => {
  test("nobody listening: unreachable", async () => {
    const channel = through(`http://127.0.0.1:${await deadPort()}`);
    expect(await failureOf(channel.send(aMail()))).toBeInstanceOf(ChannelUnreachable);
  });

  test("no answer in time: unknown, asked once", async () => {
    const { url, asked } = await service(() => undefined);
    expect(await failureOf(through(url, { answerMs: 300 }).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
    expect(asked).toHaveLength(1);
  });

  test("cut after the request: unknown", async () => {
    const { url } = await service((response) => response.destroy());
    expect(await failureOf(through(url).send(aMail()))).toBeInstanceOf(OutcomeUnknown);
  });

  test("no TLS where it is expected: not a success", async () => {
    const server = createServer((socket) => socket.end("nothing secret here"));
    const port = await listen(server);
    closing.push(() => server.close());
    const failure = await failureOf(through(`https://127.0.0.1:${port}`).send(aMail()));
    expect(failure).toBeInstanceOf(Error);
  });
});

test("each mail has a connection of its own, so that a dead one is never reused", async () => {
  const { url, asked } = await service(answering(200, accepted));
  const channel = through(url);
  await channel.send(aMail());
  await channel.send(aMail({ id: "msg_2" }));
  expect(new Set(asked.map(({ port }) => port)).size).toBe(2);
});

test("SES cannot be asked about a message", async () => {
  expect(await through("http://127.0.0.1:1").lookup("msg_1")).toBe("unknown");
});
