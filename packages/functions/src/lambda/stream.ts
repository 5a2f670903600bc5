import { log, told } from "@frontdesk/core/log";
import type { StreamRecord } from "../stream/handler";

export type StreamEvent = { Records: StreamRecord[] };
/** What Lambda is told to bring again: everything from the first failed record on. */
export type StreamAnswer = { batchItemFailures: { itemIdentifier: string }[] };

/** Whose a record is: every key of a tenant's begins with its id. */
const tenantOf = ({ dynamodb }: StreamRecord) => dynamodb?.Keys?.pk?.S?.split("#")[0];

/**
 * Handles a batch as one; where that fails, record by record up to the first that fails by itself, so that one bad
 * record holds up those after it and none before.
 */
export async function inOrder(
  { Records }: StreamEvent,
  handle: (records: readonly StreamRecord[]) => Promise<unknown>,
): Promise<StreamAnswer> {
  try {
    await handle(Records);
    return { batchItemFailures: [] };
  } catch (error) {
    log("warn", { stream: told(error), records: Records.length });
  }
  for (const record of Records) {
    try {
      await handle([record]);
    } catch (error) {
      log("error", { stream: told(error), tenantId: tenantOf(record), keys: record.dynamodb?.Keys });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? "" }] };
    }
  }
  return { batchItemFailures: [] };
}
