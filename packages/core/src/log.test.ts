import { afterEach, expect, it, vi } from "vitest";
import { useContext, withActor, withContext } from "./context";
import { inIdentity } from "./identity/scope";
import { log } from "./log";

const lines: Record<string, unknown>[] = [];
const written = (stream: "stdout" | "stderr") =>
  vi.spyOn(process[stream], "write").mockImplementation((line) => {
    lines.push(JSON.parse(String(line)));
    return true;
  });

afterEach(() => {
  vi.restoreAllMocks();
  lines.splice(0);
});

const as = <T>(tenantId: string, body: () => T) => withActor({ type: "system", tenantId }, body);
const request = <T>(requestId: string, body: () => T) =>
  withContext({ actor: { type: "public" }, requestId }, body);

it("tells the request and the tenant acted for, also after that, and nothing of another request", async () => {
  written("stdout");
  await Promise.all([
    request("one", async () => {
      await as("ten_a", async () => log("info", { what: "within" }));
      await inIdentity(async () => useContext());
      log("info", { what: "after" });
    }),
    request("two", async () => log("info", { what: "nobody's" })),
  ]);
  log("info", { what: "later" });
  const at = expect.any(String);
  expect(lines).toEqual([
    { level: "info", at, requestId: "one", tenantId: "ten_a", what: "within" },
    { level: "info", at, requestId: "two", what: "nobody's" },
    { level: "info", at, requestId: "one", tenantId: "ten_a", what: "after" },
    { level: "info", at, requestId: "internal", what: "later" },
  ]);
});

it("keeps firms apart that one job works for at once", async () => {
  written("stdout");
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  await request("job", () =>
    Promise.all(
      ["ten_a", "ten_b"].map((tenantId) =>
        as(tenantId, async () => {
          await turn();
          log("info", { of: tenantId });
        }),
      ),
    ),
  );
  expect(lines).toHaveLength(2);
  for (const { tenantId, of } of lines) expect(tenantId).toBe(of);
});

it("sends what went wrong the way of errors", () => {
  written("stderr");
  log("error", { error: "x" });
  expect(lines).toMatchObject([{ level: "error", error: "x" }]);
});
