import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { setCurrentLocale } from "../i18n/locale";
import { call, hrefOf } from "./client";
import { ApiError } from "./error";
import { receive, send } from "./transport";

const fetched = vi.fn<typeof fetch>();
const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  fetched.mockResolvedValueOnce(
    new Response(body === undefined ? null : JSON.stringify(body), { status, headers }),
  );
const sent = (index = 0) => {
  const [url, init] = fetched.mock.calls[index] ?? [];
  return { url, init, headers: new Headers(init?.headers) };
};
const failure = async (promise: Promise<unknown>): Promise<ApiError> => {
  const error = await promise.then(
    () => new Error("it succeeded"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw error;
  return error;
};

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal("fetch", fetched);
  setCurrentLocale("en");
});
afterEach(() => vi.unstubAllGlobals());

describe("call", () => {
  test("sends JSON to the same origin with a fresh idempotency key and the language on the screen", async () => {
    answer(200, { ok: true });
    answer(200, { ok: true });
    expect(await call("POST /session/tenant", { tenantId: "tnt_1" })).toEqual({ ok: true });
    await call("POST /session/tenant", { tenantId: "tnt_1" });
    const { url, init, headers } = sent();
    expect(url).toBe("/api/session/tenant");
    expect(init).toMatchObject({ method: "POST", credentials: "same-origin", body: '{"tenantId":"tnt_1"}' });
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("accept-language")).toBe("en");
    expect(headers.get("idempotency-key")).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get("idempotency-key")).not.toBe(sent(1).headers.get("idempotency-key"));
  });

  test("keeps the key it is given", async () => {
    answer(200, {});
    await call("POST /session/tenant", { tenantId: "t" }, { idempotencyKey: "mine" });
    expect(sent().headers.get("idempotency-key")).toBe("mine");
  });

  test("reads without body or key", async () => {
    answer(200, { items: [] });
    await call("GET /projects/{projectId}/houses", { projectId: "prj_1", cursor: "a b" });
    const { url, init, headers } = sent();
    expect(url).toBe("/api/projects/prj_1/houses?cursor=a+b");
    expect(init?.body).toBeUndefined();
    expect(headers.has("idempotency-key")).toBe(false);
    expect(headers.has("content-type")).toBe(false);
  });

  test("answers undefined for an empty body", async () => {
    fetched.mockResolvedValueOnce(new Response(null, { status: 204 }));
    expect(await call("POST /session/tenant", { tenantId: "t" })).toBeUndefined();
  });

  test("hrefOf gives the address of a read", () => {
    expect(hrefOf("GET /find", { text: "x" })).toBe("/api/find?text=x");
  });
});

describe("a file", () => {
  const named = (value: string) =>
    fetched.mockResolvedValueOnce(new Response("bytes", { headers: { "content-disposition": value } }));

  test("comes with the name it was given", async () => {
    named(`attachment; filename*=UTF-8''${encodeURIComponent("对比 2026-10.xlsx")}`);
    const { blob, fileName } = await receive("/api/figures/comparison.xlsx");
    expect([await blob.text(), fileName]).toEqual(["bytes", "对比 2026-10.xlsx"]);
    named("attachment");
    expect((await receive("/api/x")).fileName).toBe("download");
  });

  test("that is refused is an error, not a file", async () => {
    answer(404, { error: { code: "not_found", message: "Not found" } });
    expect((await failure(receive("/api/x"))).kind).toBe("notFound");
  });
});

describe("failures", () => {
  test("carry the envelope's parts", async () => {
    const error = { code: "bad_request", message: "must be longer", field: "name", requestId: "req_1" };
    answer(400, { error });
    const caught = await failure(call("GET /projects", {}));
    expect(caught).toMatchObject({ status: 400, kind: "badRequest", ...error });
  });

  test("understand the sign-in library's flat form", async () => {
    answer(401, { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid" });
    const caught = await failure(send("POST", "/api/auth/sign-in/email", {}));
    expect(caught).toMatchObject({
      kind: "unauthenticated",
      code: "INVALID_EMAIL_OR_PASSWORD",
      message: "Invalid",
    });
  });

  test.each([
    [401, "unauthenticated"],
    [403, "forbidden"],
    [404, "notFound"],
    [409, "conflict"],
    [410, "gone"],
    [413, "tooLarge"],
    [422, "badRequest"],
    [429, "tooMany"],
    [500, "unexpected"],
    [503, "unavailable"],
  ])("of status %i are %s", async (status, kind) => {
    answer(status, undefined);
    expect((await failure(call("GET /projects", {}))).kind).toBe(kind);
  });

  test("say how long to wait", async () => {
    answer(429, undefined, { "retry-after": "12.2" });
    expect((await failure(call("GET /projects", {}))).retryAfter).toBe(13);
    answer(429, undefined, { "retry-after": "Wed, 21 Oct 2026 07:28:00 GMT" });
    expect((await failure(call("GET /projects", {}))).retryAfter).toBeUndefined();
  });

  test("take the reference from the header when there is no envelope", async () => {
    answer(500, undefined, { "x-request-id": "req_9" });
    expect((await failure(call("GET /projects", {}))).requestId).toBe("req_9");
  });

  test("a page in place of an answer is a service that is not there", async () => {
    fetched.mockResolvedValueOnce(new Response("<html>", { status: 200 }));
    expect((await failure(call("GET /projects", {}))).kind).toBe("unavailable");
    fetched.mockResolvedValueOnce(new Response("<html>", { status: 404 }));
    expect((await failure(call("GET /projects", {}))).kind).toBe("notFound");
  });

  test("a lost connection is worth trying again, a refusal is not", async () => {
    fetched.mockRejectedValueOnce(new TypeError("Failed to fetch"));
    const lost = await failure(call("GET /projects", {}));
    expect([lost.kind, lost.transient]).toEqual(["network", true]);
    answer(403, undefined);
    expect((await failure(call("GET /projects", {}))).transient).toBe(false);
  });
});

describe("giving up", () => {
  const never = (_: unknown, init?: RequestInit) =>
    new Promise<Response>((_resolve, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
    });

  test("by the caller's signal rejects with AbortError", async () => {
    fetched.mockImplementationOnce(never);
    const controller = new AbortController();
    const pending = call("GET /projects", {}, { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: "AbortError" });
  });

  test("by a signal that fired before sends nothing to wait for", async () => {
    fetched.mockImplementationOnce((_, init) =>
      init?.signal?.aborted
        ? Promise.reject(new DOMException("", "AbortError"))
        : Promise.resolve(new Response("{}")),
    );
    await expect(call("GET /projects", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("after the time limit is told as such", async () => {
    fetched.mockImplementationOnce(never);
    const caught = await failure(send("GET", "/api/projects", undefined, { timeoutMs: 10 }));
    expect([caught.kind, caught.transient]).toEqual(["timeout", false]);
  });
});
