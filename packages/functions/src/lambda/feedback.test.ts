import { gzipSync } from "node:zlib";
import type { Channel } from "@frontdesk/core/message/channel/channel";
import { Message } from "@frontdesk/core/message/message.entity";
import { queueMessage } from "@frontdesk/core/message/outbox";
import { sendMessage } from "@frontdesk/core/message/sender";
import { Work } from "@frontdesk/core/table/work";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { expect, it } from "vitest";
import { handler as onFeedback } from "./feedback";
import { handler as onReceipts } from "./receipts";

const sent: string[] = [];
const channel: Channel = {
  name: "counting",
  send: async ({ id }) => {
    sent.push(id);
    return { status: "sent", reference: `ref-${id}`, reported: true };
  },
  lookup: async () => "unknown",
};

const call = { awsRequestId: "a call" };
const feedback = (event: Parameters<typeof onFeedback>[0]) => onFeedback(event, call);
const receipts = (event: Parameters<typeof onReceipts>[0]) => onReceipts(event, call);

const firm = await mintTenant();

/** Sends one urgent message and gives its id. */
async function send(to: { phone: string } | { email: string }): Promise<string> {
  return firm.as("headquarters", async () => {
    const work = new Work(firm.tenantId);
    const letter = { key: "phoneCode", values: { code: "123456", minutes: 10 } } as const;
    const mail = { key: "resetPassword", values: { url: "https://fd.example/x" } } as const;
    const tenant = await Tenant.need({});
    const id =
      "phone" in to
        ? queueMessage(work, tenant, { ...letter, to: { ...to, locale: "zh-CN" } })
        : queueMessage(work, tenant, { ...mail, to: { ...to, locale: "zh-CN" } });
    await work.commit();
    await sendMessage(id ?? "", { sms: channel, mail: channel });
    return id ?? "";
  });
}

const stateOf = (messageId: string) => firm.as("headquarters", () => Message.need({ messageId }));

const told = (messageId: string, event: object) => ({
  Records: [
    {
      Sns: {
        Message: JSON.stringify({
          mail: { tags: { message: [messageId], tenant: [firm.tenantId] } },
          ...event,
        }),
      },
    },
  ],
});

const logged = (reference: string, status: string) => {
  const line = {
    notification: { messageId: reference },
    status,
    delivery: { providerResponse: "Unknown number" },
  };
  const data = { messageType: "DATA_MESSAGE", logEvents: [{ message: JSON.stringify(line) }] };
  return { awslogs: { data: gzipSync(JSON.stringify(data)).toString("base64") } };
};

it("sends nothing more to an address whose mailbox does not exist", async () => {
  const email = "gone@example.com";
  const messageId = await send({ email });
  const event = told(messageId, { bounce: { bounceType: "Permanent", bounceSubType: "NoEmail" } });
  await feedback(event);
  await feedback(event);
  expect(await stateOf(messageId)).toMatchObject({
    state: "failed",
    reason: "The mail came back: Permanent NoEmail",
  });
  const count = sent.length;
  expect(await stateOf(await send({ email: "Gone@example.com" }))).toMatchObject({ state: "withheld" });
  expect(sent).toHaveLength(count);
});

it("goes on where a mailbox was only full", async () => {
  const email = "full@example.com";
  await feedback(
    told(await send({ email }), { bounce: { bounceType: "Transient", bounceSubType: "MailboxFull" } }),
  );
  expect(await stateOf(await send({ email }))).toMatchObject({ state: "sent" });
});

it("leaves those who complained alone, though their mail had come", async () => {
  const email = "annoyed@example.com";
  const messageId = await send({ email });
  await feedback(told(messageId, { complaint: { complaintFeedbackType: "abuse" } }));
  expect(await stateOf(messageId)).toMatchObject({ state: "sent" });
  expect(await stateOf(await send({ email }))).toMatchObject({
    state: "withheld",
    reason: "after a complaint",
  });
});

it("takes SES's greeting for none of its events, and fails for an event it does not know", async () => {
  const said = (Message: string) => feedback({ Records: [{ Sns: { Message } }] });
  await said("Successfully validated SNS topic for Amazon SES event publishing.");
  await expect(said(JSON.stringify({ eventType: "Bounce" }))).rejects.toThrow();
});

it("knows an SMS by the network's reference, and passes over others'", async () => {
  const messageId = await send({ phone: "+8613800001111" });
  await receipts(logged(`ref-${messageId}`, "SUCCESS"));
  expect(await stateOf(messageId)).toMatchObject({ state: "sent" });
  await receipts(logged("somebody-else's", "FAILURE"));
  await receipts(logged(`ref-${messageId}`, "FAILURE"));
  expect(await stateOf(messageId)).toMatchObject({
    state: "failed",
    reason: "The network did not deliver it: Unknown number",
  });
});

it("changes nothing in another firm, whatever an event says", async () => {
  const messageId = await send({ email: "mine@example.com" });
  const other = await mintTenant();
  const event = told(messageId, { bounce: { bounceType: "Permanent", bounceSubType: "General" } });
  const forged = {
    Records: [
      { Sns: { Message: event.Records[0]?.Sns.Message.replaceAll(firm.tenantId, other.tenantId) ?? "" } },
    ],
  };
  await feedback(forged);
  expect(await stateOf(messageId)).toMatchObject({ state: "sent" });
});
