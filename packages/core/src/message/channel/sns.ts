import type { MessageAttributeValue, SNSClient } from "@aws-sdk/client-sns";
import { type AwsSettings, clientSettings, judge } from "./aws";
import { type Channel, isE164, signedText } from "./channel";
import { refused } from "./failure";

export type SnsSettings = AwsSettings & {
  /** Shown as the sender where the country allows it: 1–11 letters, digits or dashes. */
  senderId?: string;
  /** The number to send from, E.164, where the country asks for one. */
  originationNumber?: string;
  /** The most one message may cost, in US dollars. */
  maxPrice?: number;
};

const permanent = new Set([
  "InvalidParameter",
  "InvalidParameterException",
  "InvalidParameterValue",
  "InvalidParameterValueException",
  "ValidationException",
  "OptedOutException",
]);

const text = (value: string): MessageAttributeValue => ({ DataType: "String", StringValue: value });

function attributes(settings: SnsSettings): Record<string, MessageAttributeValue> {
  const { senderId, originationNumber, maxPrice } = settings;
  return {
    "AWS.SNS.SMS.SMSType": text("Transactional"),
    ...(senderId && { "AWS.SNS.SMS.SenderID": text(senderId) }),
    ...(originationNumber && { "AWS.MM.SMS.OriginationNumber": text(originationNumber) }),
    ...(maxPrice && { "AWS.SNS.SMS.MaxPrice": { DataType: "Number", StringValue: maxPrice.toFixed(5) } }),
  };
}

/** SMS through Amazon SNS. It cannot be asked about a message, so `lookup` never knows. */
export function snsChannel(settings: SnsSettings): Channel<"sms"> {
  let client: Promise<SNSClient> | undefined;
  const connect = async () => {
    const { SNSClient } = await import("@aws-sdk/client-sns");
    return new SNSClient(clientSettings(settings));
  };
  return {
    name: "sns",
    async send(message) {
      if (!isE164(message.to)) return refused("the number is not in the international form +8613800138000");
      const { PublishCommand } = await import("@aws-sdk/client-sns");
      client ??= connect();
      try {
        const answer = await (await client).send(
          new PublishCommand({
            PhoneNumber: message.to,
            Message: signedText(message),
            MessageAttributes: attributes(settings),
          }),
        );
        return { status: "sent", reference: answer.MessageId ?? message.id, reported: true };
      } catch (error) {
        return judge("sns", error, permanent);
      }
    },
    lookup: async () => "unknown",
  };
}
