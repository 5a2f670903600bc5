import { expect, it, vi } from "vitest";
import { createIdentity } from "./index";

const loads = vi.hoisted(() => ({ count: 0 }));
vi.mock("./better", async (original) => {
  loads.count++;
  return await original();
});

it("loads the sign-in library for signing in, and for nothing before", async () => {
  const { senderOf, auth } = createIdentity({ secret: "x".repeat(32), baseUrl: "http://localhost" });
  const cookie = `frontdesk.session_token=${"A".repeat(32)}.${"B".repeat(43)}=`;
  const request = new Request("http://localhost/api/session", { headers: { cookie } });
  expect(await senderOf(request).actor).toEqual({ type: "public" });
  expect(loads.count).toBe(0);
  await auth(new Request("http://localhost/api/auth/sign-out", { method: "POST" }));
  expect(loads.count).toBe(1);
});

it("does not start with a secret that can be guessed", () => {
  expect(() => createIdentity({ secret: "short", baseUrl: "http://localhost" })).toThrow("32 characters");
});
