import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { AwsRefusal } from "./call";
import { tenantCredentials } from "./tenant-credentials";

const asked: URLSearchParams[] = [];
let refuses = false;

const answer = (tenant: string) => `<AssumeRoleResponse><AssumeRoleResult><Credentials>
<AccessKeyId>ASIA${asked.length}</AccessKeyId><SecretAccessKey>secret of ${tenant}</SecretAccessKey>
<SessionToken>token</SessionToken><Expiration>${new Date(Date.now() + 3_600_000).toISOString()}</Expiration>
</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

beforeEach(() => {
  asked.length = 0;
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
  vi.useRealTimers();
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

it("asks anew shortly before they end, and not before", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const begun = Date.now();
  await tenantCredentials("ten_d");
  const askedAfter = async (minutes: number) => {
    vi.setSystemTime(begun + minutes * 60_000);
    await tenantCredentials("ten_d");
    return asked.length;
  };
  expect([await askedAfter(1), await askedAfter(54.9), await askedAfter(55.1)]).toEqual([1, 1, 2]);
  expect(asked[0]?.get("DurationSeconds")).toBe("3600");
});

it("keeps a hundred tenants' and lets the one used longest ago go, not the one asked for longest ago", async () => {
  const use = async (...tenants: string[]) => {
    const before = asked.length;
    for (const tenant of tenants) await tenantCredentials(tenant);
    return asked.length - before;
  };
  const others = Array.from({ length: 98 }, (_, i) => `ten_${i}`);
  await use("ten_first", "ten_second", ...others);
  expect(await use("ten_first")).toBe(0);
  expect(await use("ten_new")).toBe(1);
  expect(await use("ten_first", ...others, "ten_new")).toBe(0);
  expect(await use("ten_second")).toBe(1);
});

it("says to all who wait why the role could not be assumed, and tries again the next time", async () => {
  refuses = true;
  const all = Array.from({ length: 3 }, () => tenantCredentials("ten_e"));
  for (const one of all) await expect(one).rejects.toThrow(new AwsRefusal("sts", 403, "AccessDenied"));
  expect(asked).toHaveLength(1);
  refuses = false;
  expect((await tenantCredentials("ten_e")).secretAccessKey).toBe("secret of ten_e");
  expect(asked).toHaveLength(2);
});
