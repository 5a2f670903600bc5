import { channel } from "node:diagnostics_channel";

/** Told of every request and with whose rights it is made; tests hold them against the cloud's policies. */
export const requests = channel("frontdesk:table");
export type NotedRequest = { tenantId: string | undefined; command: string; input: object };
