import type { SESClient } from "@aws-sdk/client-ses";
import { type AwsSettings, clientSettings, judge } from "./aws";
import type { Channel } from "./channel";
import { compose } from "./mime";

export type SesSettings = AwsSettings & {
  /** The verified address mails come from when the message names none. */
  from: string;
  /** Names the SES configuration set whose events report bounces and complaints. */
  configurationSet?: string;
};

const permanent = new Set([
  "MessageRejected",
  "InvalidParameterValue",
  "InvalidParameterValueException",
  "ValidationError",
]);

/**
 * Mail through Amazon SES, as raw messages for the sake of headers such as List-Unsubscribe. SES puts
 * its own Message-ID in place of ours; the tags `message` and `tenant` carry our ids into its events. It cannot be
 * asked about a message, so `lookup` never knows.
 */
export function sesChannel(settings: SesSettings): Channel<"mail"> {
  let client: Promise<SESClient> | undefined;
  const connect = async () => {
    const { SESClient } = await import("@aws-sdk/client-ses");
    return new SESClient(clientSettings(settings));
  };
  return {
    name: "ses",
    async send(message) {
      const { raw, sender } = await compose(message, settings.from);
      const { SendRawEmailCommand } = await import("@aws-sdk/client-ses");
      const command = new SendRawEmailCommand({
        Source: sender,
        Destinations: [message.to],
        RawMessage: { Data: raw },
        ConfigurationSetName: settings.configurationSet,
        Tags: [
          { Name: "message", Value: message.id },
          ...(message.tenantId ? [{ Name: "tenant", Value: message.tenantId }] : []),
        ],
      });
      client ??= connect();
      try {
        const answer = await (await client).send(command);
        return { status: "sent", reference: answer.MessageId ?? message.id };
      } catch (error) {
        return judge("ses", error, permanent);
      }
    },
    lookup: async () => "unknown",
  };
}
