import { newToken } from "@frontdesk/core/link/link";
import { mintDesk } from "@frontdesk/core/report/report.testing";
import type { LambdaEvent } from "hono/aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { originHeader } from "./origin";

const origin = "the CDN's own word";
let handler: typeof import("./api").handler;
let desk: Awaited<ReturnType<typeof mintDesk>>;

beforeAll(async () => {
  vi.stubEnv("FRONTDESK_SECRET", "signs nothing that counts, in a test");
  vi.stubEnv("FRONTDESK_ORIGIN", origin);
  vi.stubEnv("PUBLIC_URL", "https://fd.example");
  ({ handler } = await import("./api"));
  desk = await mintDesk("安居物业");
});
const lines: Record<string, unknown>[] = [];
beforeEach(() => {
  lines.splice(0);
  vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(JSON.parse(String(line))) > 0);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => vi.unstubAllEnvs());

/** A request as API Gateway hands it on (payload format 2.0). */
const request = (rawPath: string, headers: Record<string, string> = { [originHeader]: origin }) =>
  handler({
    ...{ version: "2.0", routeKey: "ANY /{proxy+}", rawPath, rawQueryString: "", isBase64Encoded: false },
    headers: { host: "fd.example", accept: "*/*", "accept-language": "en", ...headers },
    requestContext: {
      http: { method: "GET", path: rawPath, sourceIp: "203.0.113.9" },
      domainName: "fd.example",
    },
  } as unknown as LambdaEvent);

it("answers the CDN alone", async () => {
  expect((await request("/api/health")).statusCode).toBe(200);
  for (const headers of [{}, { [originHeader]: "" }, { [originHeader]: "the CDN's own worD" }])
    expect(await request("/api/health", headers as Record<string, string>)).toEqual({
      statusCode: 403,
      headers: {},
      body: "",
    });
  expect((await request("/api/health", { [originHeader]: "é".repeat(origin.length) })).statusCode).toBe(403);
});

it("tells in the log who was served and how, without what lets anybody in", async () => {
  const answer = await request(`/r/${desk.token}`);
  expect(answer.statusCode).toBe(200);
  expect(lines).toEqual([
    {
      ...{ level: "info", at: expect.any(String), requestId: answer.headers?.["x-request-id"] },
      ...{ tenantId: desk.tenantId, method: "GET", path: "/r/…", status: 200, ms: expect.any(Number) },
    },
  ]);
  expect(JSON.stringify(lines)).not.toContain(desk.token);
});

it("keeps nothing of one request for the next", async () => {
  await request(`/r/${desk.token}`);
  await request("/api/tickets");
  expect(lines).toMatchObject([{ path: "/r/…" }, { path: "/api/tickets", status: 401 }]);
  expect(lines[1]).not.toHaveProperty("tenantId");
});

it("lets the CDN keep for a minute what holds nothing of anybody, and no page of somebody's", async () => {
  const kept = async (path: string) => (await request(path)).headers?.["cache-control"];
  expect(await kept(`/r/${newToken()}`)).toBe("public, max-age=60");
  expect(await kept(`/r/${desk.token}`)).toBe("no-store");
});

it("answers an unknown path of the API as JSON", async () => {
  const answer = await request("/api/nothing");
  expect([answer.statusCode, JSON.parse(answer.body).error.code]).toEqual([404, "not_found"]);
});
