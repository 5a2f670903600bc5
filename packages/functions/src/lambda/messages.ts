import { enqueueMessage } from "@frontdesk/core/message/queue";
import { messagesFromStream } from "../stream/handler";
import { invoked } from "./invocation";
import { inOrder, type StreamEvent } from "./stream";

/** Puts new messages of the table's stream into the queue of those to be sent. */
export const handler = invoked((event: StreamEvent) =>
  inOrder(event, (records) => messagesFromStream(records, enqueueMessage)),
);
