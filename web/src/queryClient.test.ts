import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiError, networkError } from "./api/error";
import { createQueryClient } from "./queryClient";

const errorOf = (status: number) => new ApiError({ status, code: "x", message: "" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function tries(error: Error, onSignedOut = () => {}): Promise<number> {
  const queryFn = vi.fn(() => Promise.reject(error));
  const client = createQueryClient(onSignedOut);
  // A read by hand never retries unless told to; pages read with the client's own rule.
  const { retry, retryDelay } = client.getDefaultOptions().queries ?? {};
  const settled = client.fetchQuery({ queryKey: ["x"], queryFn, retry, retryDelay }).catch(() => undefined);
  await vi.runAllTimersAsync();
  await settled;
  return queryFn.mock.calls.length;
}

test("sends again what was lost, twice at most", async () => {
  expect(await tries(networkError())).toBe(3);
  expect(await tries(errorOf(503))).toBe(3);
});

test.each([400, 403, 404, 409, 413, 429, 500])(
  "does not send again what was answered with %i",
  async (status) => {
    expect(await tries(errorOf(status))).toBe(1);
  },
);

test("tells when the session has ended, and only then", async () => {
  const onSignedOut = vi.fn();
  await tries(errorOf(403), onSignedOut);
  expect(onSignedOut).not.toHaveBeenCalled();
  await tries(errorOf(401), onSignedOut);
  expect(onSignedOut).toHaveBeenCalledTimes(1);
});
