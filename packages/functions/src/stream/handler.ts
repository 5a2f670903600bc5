import { contributorOf } from "@frontdesk/core/figure/contributors";
import { fold } from "@frontdesk/core/figure/fold";
import { type Post, postFromStream } from "@frontdesk/core/message/sender";

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

const changedIn = (records: readonly StreamRecord[]) =>
  records.flatMap(({ eventName, dynamodb }) => {
    const pk = dynamodb?.Keys?.pk?.S;
    const sk = dynamodb?.Keys?.sk?.S;
    const kind = dynamodb?.NewImage?.kind_?.S ?? dynamodb?.OldImage?.kind_?.S;
    return pk && sk && kind ? [{ pk, sk, kind, isNew: eventName === "INSERT" }] : [];
  });

/** Feeds changed records into the figures. Safe for any replay and any split of batches. */
export const figuresFromStream = (records: readonly StreamRecord[]): Promise<void> =>
  fold(changedIn(records).filter(({ kind }) => contributorOf(kind)));

/** Posts the messages that are new among the records. */
export const messagesFromStream = (records: readonly StreamRecord[], post: Post): Promise<void> =>
  postFromStream(
    changedIn(records).filter(({ kind, isNew }) => kind === "message" && isNew),
    post,
  );

/** All that the stream feeds, in turn: what the cloud does in a function each. */
export async function handleStream(records: readonly StreamRecord[], post: Post): Promise<void> {
  await figuresFromStream(records);
  await messagesFromStream(records, post);
}
