import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { withActor } from "../context";
import { noteNoRequests } from "../testing/requests";
import { table } from "./client";

/** Who signed each request that came, by the access key. */
const signers: string[] = [];
let server: Server;

// What is asked for here, the product never asks for: a tenant's rights are held against others' keys.
noteNoRequests();

const signerOf = (authorization = "") => /Credential=(\w+)\//.exec(authorization)?.[1] ?? "nobody";

beforeAll(async () => {
  server = createServer((request, response) => {
    signers.push(signerOf(request.headers.authorization));
    request.resume().once("end", () => {
      response.setHeader("content-type", "application/x-amz-json-1.0");
      response.end("{}");
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  vi.stubEnv("DYNAMODB_ENDPOINT", `http://127.0.0.1:${port}`);
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIAOWN");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_TENANT_ROLE", "arn:aws:iam::1:role/tenant");
  vi.stubGlobal("fetch", async (_url: string, { body }: RequestInit) => {
    const tenant = new URLSearchParams(String(body)).get("Tags.member.1.Value");
    const ends = new Date(Date.now() + 3_600_000).toISOString();
    return new Response(
      `<AccessKeyId>ASIA${tenant?.toUpperCase()}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>` +
        `<SessionToken>t</SessionToken><Expiration>${ends}</Expiration>`,
    );
  });
});
afterEach(() => void signers.splice(0));
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  server.close();
});

const key = (pk: string) => ({ Key: { pk, sk: "x" } });
const as = <T>(tenantId: string, body: () => Promise<T>) => withActor({ type: "system", tenantId }, body);

it("signs for a tenant with that tenant's credentials, whatever key is asked for", async () => {
  await Promise.all([
    as("tena", () => table.get(key("tena#tkt_1"))),
    as("tenb", () => table.get(key("tenb#tkt_1"))),
  ]);
  expect(signers.sort()).toEqual(["ASIATENA", "ASIATENB"]);
  signers.splice(0);
  await as("tena", () => table.get(key("tenb#tkt_1")));
  await as("tena", () =>
    table.query({
      IndexName: "gsi1",
      KeyConditionExpression: "gsi1pk = :pk",
      ExpressionAttributeValues: { ":pk": "tenb#tickets" },
    }),
  );
  expect(signers).toEqual(["ASIATENA", "ASIATENA"]);
});

it("signs with the process's own credentials for what has no tenant", async () => {
  await as("tena", () => table.get(key("link#abc")));
  await table.query({
    IndexName: "due",
    KeyConditionExpression: "duepk = :pk",
    ExpressionAttributeValues: { ":pk": "message#1" },
  });
  expect(signers).toEqual(["local", "local"]);
});

it("makes a transaction for the tenant whose it is, links and sessions included", async () => {
  const put = (pk: string) => ({ Put: { Item: { pk, sk: "x" } } });
  await table.transact({ TransactItems: [put("tena#tkt_1"), put("link#abc")], actsFor: "tena" });
  await as("tenb", () => table.transact({ TransactItems: [put("tena#tkt_1")] }));
  expect(signers).toEqual(["ASIATENA", "ASIATENB"]);
});
