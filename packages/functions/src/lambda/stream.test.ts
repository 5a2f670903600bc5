import { asIfAt } from "@frontdesk/core/clock";
import { compare } from "@frontdesk/core/figure/compare";
import { Message } from "@frontdesk/core/message/message.entity";
import { newClient } from "@frontdesk/core/table/client";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { type Cast, mintCast, report } from "@frontdesk/core/ticket/cast.testing";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { allItems } from "../../../local/src/move/export";
import type { StreamRecord } from "../stream/handler";
import { handler as figures } from "./figures";
import { handler as messages } from "./messages";
import { inOrder } from "./stream";

ownDatabase();
const call = { awsRequestId: "a call" };
const record = (SequenceNumber: string): StreamRecord => ({ dynamodb: { SequenceNumber } });
const numbers = (records: readonly StreamRecord[]) => records.map(({ dynamodb }) => dynamodb?.SequenceNumber);

let cast: Cast;
let queue: string[] = [];
let isQueueAway = false;
beforeAll(async () => {
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_QUEUE", "https://sqs.eu-central-1.amazonaws.com/1/outgoing");
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    if (isQueueAway) return new Response("", { status: 503 });
    queue.push(JSON.parse(String(body)).MessageBody);
    return Response.json({});
  });
  await asIfAt("2026-11-20T02:00:00.000Z", async () => {
    cast = await mintCast();
    for (let i = 0; i < 3; i++) await report(cast);
  });
});
beforeEach(() => {
  [queue, isQueueAway] = [[], false];
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** The firm's records as the stream tells of them. */
async function told(): Promise<StreamRecord[]> {
  const found: StreamRecord[] = [];
  for await (const item of allItems(newClient())) {
    const { pk, sk, kind_ } = item;
    if (!pk?.S?.startsWith(cast.tenantId) || !sk?.S) continue;
    const Keys = { pk: { S: pk.S }, sk: { S: sk.S } };
    const NewImage = { kind_: { S: kind_?.S } };
    found.push({ eventName: "INSERT", dynamodb: { SequenceNumber: String(found.length), Keys, NewImage } });
  }
  return found;
}

it("takes a batch as one, and has none come again where that goes well", async () => {
  const taken: unknown[] = [];
  const answer = await inOrder({ Records: ["1", "2"].map(record) }, async (some) =>
    taken.push(numbers(some)),
  );
  expect([answer, taken]).toEqual([{ batchItemFailures: [] }, [["1", "2"]]]);
});

it("has all come again from the first record that fails by itself, and handles those before it", async () => {
  const done: unknown[] = [];
  const answer = await inOrder({ Records: ["1", "2", "3", "4"].map(record) }, async (some) => {
    if (numbers(some).includes("3")) throw new Error("cannot be counted");
    done.push(...numbers(some));
  });
  expect([answer, done]).toEqual([{ batchItemFailures: [{ itemIdentifier: "3" }] }, ["1", "2"]]);
});

it("has none come again of a batch that fails only as a whole", async () => {
  const done: unknown[] = [];
  const answer = await inOrder({ Records: ["1", "2"].map(record) }, async (some) => {
    if (some.length > 1) throw new Error("a race");
    done.push(...numbers(some));
  });
  expect([answer, done]).toEqual([{ batchItemFailures: [] }, ["1", "2"]]);
});

it("feeds the figures, which count each record once however often it comes", async () => {
  const created = async () =>
    (await cast.as("headquarters", () => compare({ period: "2026-11" }))).total.service.created;
  for (let i = 0; i < 2; i++) {
    expect(await figures({ Records: await told() }, call)).toEqual({ batchItemFailures: [] });
    expect(await created()).toBe(3);
  }
});

it("queues every new message, named and without its words, and has those come again that the queue did not take", async () => {
  const Records = await told();
  expect(await messages({ Records }, call)).toEqual({ batchItemFailures: [] });
  const { tenantId } = cast;
  const all = Records.flatMap(({ dynamodb }) =>
    dynamodb?.NewImage?.kind_?.S === "message" ? [dynamodb.Keys?.pk?.S?.split("#")[1] ?? ""] : [],
  );
  expect(all.length).toBeGreaterThan(2);
  expect(queue.sort()).toEqual(all.map((messageId) => JSON.stringify({ tenantId, messageId })).sort());
  expect((await cast.asSystem(() => Message.need({ messageId: all[0] ?? "" }))).state).toBe("pending");
  isQueueAway = true;
  const first = Records.find(({ dynamodb }) => dynamodb?.NewImage?.kind_?.S === "message");
  expect(await messages({ Records }, call)).toEqual({
    batchItemFailures: [{ itemIdentifier: first?.dynamodb?.SequenceNumber }],
  });
});
