import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AwsRefusal } from "./call";
import { tenantCredentials } from "./tenant-credentials";

const asked: URLSearchParams[] = [];
let seconds = 3_600;
let refuses = false;

const answer = (tenant: string) => `<AssumeRoleResponse><AssumeRoleResult><Credentials>
<AccessKeyId>ASIA${asked.length}</AccessKeyId><SecretAccessKey>secret of ${tenant}</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>${new Date(Date.now() + seconds * 1000).toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

beforeEach(() => {
  asked.length = 0;
  seconds = 3_600;
  refuses = false;
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_TENANT_ROLE", "arn:aws:iam::1:role/tenant");
  vi.stubGlobal("fetch", async (url: string, { body, headers }: RequestInit) => {
    expect(url).toBe("https://sts.eu-central-1.amazonaws.com/");
    expect(new Headers(headers).get("authorization")).toMatch(/^AWS4-HMAC-SHA256 Credential=AKIA\//);
    const form = new URLSearchParams(String(body));
    asked.push(form);
    if (refuses)
      return new Response("<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>", {
        status: 403,
      });
    return new Response(answer(form.get("RoleSessionName") ?? ""));
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

it("assumes the tenants' role with the tenant as its tag, once while it lasts", async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => tenantCredentials("ten_a")));
  expect(await tenantCredentials("ten_a")).toEqual(all[0]);
  expect(all.every(({ secretAccessKey }) => secretAccessKey === "secret of ten_a")).toBe(true);
  expect(asked.map((form) => Object.fromEntries(form))).toEqual([
    expect.objectContaining({
      RoleArn: "arn:aws:iam::1:role/tenant",
      "Tags.member.1.Key": "tenant",
      "Tags.member.1.Value": "ten_a",
    }),
  ]);
});

it("never gives one tenant's to another", async () => {
  const [a, b] = await Promise.all([tenantCredentials("ten_b"), tenantCredentials("ten_c")]);
  expect([a.secretAccessKey, b.secretAccessKey]).toEqual(["secret of ten_b", "secret of ten_c"]);
});

it("asks anew shortly before they end", async () => {
  seconds = 200;
  await tenantCredentials("ten_d");
  await tenantCredentials("ten_d");
  expect(asked).toHaveLength(2);
});

it("keeps a hundred tenants' and lets the one used longest ago go", async () => {
  await tenantCredentials("ten_first");
  for (let i = 0; i < 100; i++) await tenantCredentials(`ten_${i}`);
  asked.length = 0;
  await tenantCredentials("ten_99");
  expect(asked).toHaveLength(0);
  await tenantCredentials("ten_first");
  expect(asked).toHaveLength(1);
});

it("says why the role could not be assumed, and tries again the next time", async () => {
  refuses = true;
  await expect(tenantCredentials("ten_e")).rejects.toThrow(new AwsRefusal("sts", 403, "AccessDenied"));
  refuses = false;
  expect((await tenantCredentials("ten_e")).secretAccessKey).toBe("secret of ten_e");
});
