import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { confirmed } from "../context";

const writing = ["TransactWriteItemsCommand", "UpdateItemCommand"];

/**
 * A client of the table's database. Not the document client, which walks every command twice and cannot keep its
 * middleware between calls; and without the middleware that copies every call for a log nobody keeps. What writes is
 * made ready, and waits at the door until the actor it rests on is confirmed.
 */
export function connect(config: DynamoDBClientConfig): DynamoDBClient {
  const made = new DynamoDBClient({ ...config, cacheMiddleware: true });
  made.middlewareStack.remove("loggerMiddleware");
  made.middlewareStack.add(
    (next, { commandName = "" }) =>
      writing.includes(commandName)
        ? async (call) => {
            await confirmed();
            return next(call);
          }
        : next,
    { name: "confirmed", step: "deserialize", priority: "low" },
  );
  return made;
}
