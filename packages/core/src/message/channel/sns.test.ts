import type { ServerResponse } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { ChannelUnreachable, OutcomeUnknown } from "./channel";
import { type SnsSettings, snsChannel } from "./sns";
import { anSms, deadPort, failureOf, httpServer } from "./testing";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

const accepted = `<PublishResponse xmlns="https://sns.amazonaws.com/doc/2010-03-31/">
<PublishResult><MessageId>sns-4711</MessageId></PublishResult>
<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>`;

const fault = (code: string) => `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
<Error><Type>Sender</Type><Code>${code}</Code><Message>words about ${code}</Message></Error>
<RequestId>r-2</RequestId></ErrorResponse>`;

async function service(status: number, body: string) {
  const server = await httpServer((response: ServerResponse) =>
    response.writeHead(status, { "Content-Type": "text/xml" }).end(body),
  );
  closing.push(server.close);
  return server;
}

const through = (endpoint: string, changes: Partial<SnsSettings> = {}) =>
  snsChannel({
    region: "cn-north-1",
    endpoint,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
    ...changes,
  });

/** The message attributes of a Publish form, by name. */
function attributesOf(form: URLSearchParams): Record<string, string | null> {
  const names = [...form].filter(([key]) => /^MessageAttributes\.entry\.\d+\.Name$/.test(key));
  return Object.fromEntries(
    names.map(([key, name]) => [name, form.get(key.replace(/Name$/, "Value.StringValue"))]),
  );
}

describe("an SMS handed over", () => {
  test("is one signed Publish with number, signature and attributes", async () => {
    const { url, asked } = await service(200, accepted);
    const settings = { senderId: "Sunshine", originationNumber: "+8610000000", maxPrice: 0.1 };
    const receipt = await through(url, settings).send(anSms());
    expect(receipt).toEqual({ status: "sent", reference: "sns-4711", reported: true });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.headers.authorization).toMatch(/Credential=AKIDEXAMPLE\/\d{8}\/cn-north-1\/sns\//);
    const form = new URLSearchParams(asked[0]?.body);
    expect(form.get("Action")).toBe("Publish");
    expect(form.get("PhoneNumber")).toBe("+8613800138000");
    expect(form.get("Message")).toBe("【阳光物业】验证码482913，10分钟内有效。");
    expect(attributesOf(form)).toEqual({
      "AWS.SNS.SMS.SMSType": "Transactional",
      "AWS.SNS.SMS.SenderID": "Sunshine",
      "AWS.MM.SMS.OriginationNumber": "+8610000000",
      "AWS.SNS.SMS.MaxPrice": "0.10000",
    });
  });

  test("names only its type where nothing else is set, and is not signed twice", async () => {
    const { url, asked } = await service(200, accepted);
    await through(url).send(anSms({ text: "【阳光】您好", from: { name: "Other" } }));
    const form = new URLSearchParams(asked[0]?.body);
    expect(attributesOf(form)).toEqual({ "AWS.SNS.SMS.SMSType": "Transactional" });
    expect(form.get("Message")).toBe("【阳光】您好");
  });
});

describe("a number that is none", () => {
  test.each(["13800138000", "+8613800138000x", "+0138", "", "+86 138 0013 8000"])(
    "%j: refused, not sent",
    async (to) => {
      const { url, asked } = await service(200, accepted);
      expect((await through(url).send(anSms({ to }))).status).toBe("refused");
      expect(asked).toHaveLength(0);
    },
  );
});

describe("a service that fails", () => {
  test.each(["InvalidParameter", "ParameterValueInvalid", "InvalidParameterValue"])(
    "%s: refused",
    async (code) => {
      const { url } = await service(400, fault(code));
      const receipt = await through(url).send(anSms());
      expect(receipt).toEqual({ status: "refused", reason: expect.stringContaining(`words about ${code}`) });
    },
  );

  const ours: [number, string][] = [
    [400, "Throttled"],
    [403, "AuthorizationError"],
    [400, "KMSAccessDenied"],
    [503, "ServiceUnavailable"],
  ];
  test.each(ours)("%i %s: unreachable, asked once", async (status, code) => {
    const { url, asked } = await service(status, fault(code));
    expect(await failureOf(through(url).send(anSms()))).toBeInstanceOf(ChannelUnreachable);
    expect(asked).toHaveLength(1);
  });

  test("500: unknown, asked once; nobody there: unreachable", async () => {
    const { url, asked } = await service(500, fault("InternalError"));
    expect(await failureOf(through(url).send(anSms()))).toBeInstanceOf(OutcomeUnknown);
    expect(asked).toHaveLength(1);
    const nobody = through(`http://127.0.0.1:${await deadPort()}`);
    expect(await failureOf(nobody.send(anSms()))).toBeInstanceOf(ChannelUnreachable);
  });
});

test("SNS cannot be asked about a message", async () => {
  expect(await through("http://127.0.0.1:1").lookup("msg_1")).toBe("unknown");
});
