import { createTable } from "../../../local/src/create-table";
import { startScratchDatabase } from "../../../local/src/dynoxide";

/** Vitest's global set-up: one embedded database for the run, its address in the environment. */
export default async function setup() {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
  const database = await startScratchDatabase();
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  process.env.FRONTDESK_TABLE = "frontdesk-test";
  process.env.FRONTDESK_SECRET ??= "a secret of tests, long enough for sessions";
  await createTable();
  return database.stop;
}
