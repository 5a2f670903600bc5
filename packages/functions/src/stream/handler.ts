import { contributorOf } from "@frontdesk/core/figure/contributors";
import { fold } from "@frontdesk/core/figure/fold";
import { type Channels, sendFromStream } from "@frontdesk/core/message/sender";

type Attribute = { S?: string };
/** What of a stream record is looked at; DynamoDB's own shape, in the cloud and on one machine. */
export type StreamRecord = {
  eventName?: string;
  dynamodb?: {
    SequenceNumber?: string;
    Keys?: Record<string, Attribute>;
    NewImage?: Record<string, Attribute>;
    OldImage?: Record<string, Attribute>;
  };
};

/** Feeds changed records into the figures and sends new messages. Safe for any replay and any split of batches. */
export async function handleStream(records: readonly StreamRecord[], channels: Channels): Promise<void> {
  const changed = records.flatMap(({ eventName, dynamodb }) => {
    const pk = dynamodb?.Keys?.pk?.S;
    const sk = dynamodb?.Keys?.sk?.S;
    const kind = dynamodb?.NewImage?.kind_?.S ?? dynamodb?.OldImage?.kind_?.S;
    return pk && sk && kind ? [{ pk, sk, kind, isNew: eventName === "INSERT" }] : [];
  });
  await fold(changed.filter(({ kind }) => contributorOf(kind)));
  await sendFromStream(
    changed.filter(({ kind, isNew }) => kind === "message" && isNew),
    channels,
  );
}
