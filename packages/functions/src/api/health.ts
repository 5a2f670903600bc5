import { table } from "@frontdesk/core/table/client";
import type { Context } from "hono";

/** Says whether the service and its table answer, and which version runs. */
export const health = (version: string) => async (c: Context) => {
  try {
    await table.get({ Key: { pk: "link#health", sk: "health" } });
    return c.json({ status: "ok", version, time: new Date().toISOString() });
  } catch {
    return c.json({ status: "unavailable", version, time: new Date().toISOString() }, 503);
  }
};
