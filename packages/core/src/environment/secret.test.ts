import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { secrets } from "./secret";

const kept: Record<string, string> = { "frontdesk/production/FRONTDESK_SECRET": "from the manager" };

beforeEach(() => {
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_SECRETS", "frontdesk/production");
  vi.stubEnv("FRONTDESK_SECRET", "");
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    const value = kept[JSON.parse(String(body)).SecretId];
    const refusal = { __type: "com.amazonaws.secretsmanager#ResourceNotFoundException" };
    return value ? Response.json({ SecretString: value }) : Response.json(refusal, { status: 400 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("comes from where secrets are kept, and not into the environment", async () => {
  expect(await secrets("FRONTDESK_SECRET")).toEqual({ FRONTDESK_SECRET: "from the manager" });
  expect(process.env.FRONTDESK_SECRET).toBe("");
});

it("is the environment's own on one machine", async () => {
  vi.stubEnv("FRONTDESK_SECRET", "of this machine");
  expect(await secrets("FRONTDESK_SECRET")).toEqual({ FRONTDESK_SECRET: "of this machine" });
});

it("is named when it is missing", async () => {
  await expect(secrets("FRONTDESK_SECRET", "FRONTDESK_ORIGIN")).rejects.toThrow(
    "The secret frontdesk/production/FRONTDESK_ORIGIN cannot be read",
  );
});
