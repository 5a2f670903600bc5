import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { schedules } from "../schedule/index";
import { handler } from "./schedule";

const context = { getRemainingTimeInMillis: () => 900_000 };
let waiting = 0;

beforeEach(() => {
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_QUEUE", "https://sqs.eu-central-1.amazonaws.com/1/outgoing");
  vi.stubGlobal("fetch", async (_url: string, { headers }: RequestInit) => {
    expect(new Headers(headers).get("x-amz-target")).toBe("AmazonSQS.GetQueueAttributes");
    return Response.json({ Attributes: { ApproximateNumberOfMessages: String(waiting) } });
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it("runs the schedule the clock names, with time to leave off", async () => {
  const run = vi.spyOn(schedules.reports ?? { run: vi.fn() }, "run").mockResolvedValue(undefined);
  await handler({ schedule: "reports" }, context);
  expect(run).toHaveBeenCalledOnce();
  expect(run.mock.calls[0]?.[1]).toBeInstanceOf(AbortSignal);
});

it("fails for one there is not, and when the schedule fails", async () => {
  await expect(handler({ schedule: "constructor" }, context)).rejects.toThrow("There is no schedule");
  vi.spyOn(schedules.reports ?? { run: vi.fn() }, "run").mockRejectedValue(new Error("3 of 5 failed"));
  await expect(handler({ schedule: "reports" }, context)).rejects.toThrow("3 of 5 failed");
});

it("puts nothing into the queue of messages while many wait in it", async () => {
  const run = vi
    .spyOn(schedules.messages ?? { run: vi.fn() }, "run")
    .mockResolvedValue({ done: 0, failed: 0 });
  waiting = 5_000;
  await handler({ schedule: "messages" }, context);
  expect(run).not.toHaveBeenCalled();
  waiting = 3;
  await handler({ schedule: "messages" }, context);
  expect(run).toHaveBeenCalledOnce();
});
