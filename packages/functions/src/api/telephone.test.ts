import { withActor } from "@frontdesk/core/context";
import { signed } from "@frontdesk/core/signature";
import { connectTelephone, listCalls } from "@frontdesk/core/telephone/index";
import { type Cast, mintCast } from "@frontdesk/core/ticket/cast.testing";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "./browser.testing";
import { document } from "./docs";

let cast: Cast;
let line: { path: string; secret: string };
const app = testApp();
beforeAll(async () => {
  cast = await mintCast();
  const { address = "", secret } = await withActor(cast.headquarters, () => connectTelephone({}));
  line = { path: new URL(address).pathname, secret };
});

const body = '{"callId": "c-1001", "from": "138 0000 1111", "to": "8001", "state": "ringing"}';
const timestamp = () => String(Math.floor(Date.now() / 1_000));

/** Posts a call as a telephone system of somebody else's would. */
async function post(path: string, headers: Record<string, string>, sent = body) {
  const answer = await app.request(path, { method: "POST", headers, body: sent });
  return { status: answer.status, body: (await answer.json()) as { error?: { code: string } } };
}

function signedNow() {
  const at = timestamp();
  return { "Frontdesk-Timestamp": at, "Frontdesk-Signature": signed(line.secret, at, body) };
}

describe("a telephone system", () => {
  it("reports a call by what it signed, to the letter, and once", async () => {
    const headers = signedNow();
    expect(await post(line.path, headers)).toEqual({
      status: 200,
      body: { callId: "c-1001", state: "ringing" },
    });
    const { items } = await withActor(cast.desk, () => listCalls({}));
    expect(items).toMatchObject([{ callId: "c-1001", callers: [{ houseCode: "3-1-502", name: "王芳" }] }]);
    expect((await post(line.path, headers)).status).toBe(409);
  });

  it("is refused without a word of why when anything of it is not right", async () => {
    const { "Frontdesk-Signature": signature, ...unsigned } = signedNow();
    const tries = [
      await post(line.path, {}),
      await post(line.path, unsigned),
      await post(line.path, { ...unsigned, "Frontdesk-Signature": signature.slice(3) }),
      await post(line.path, signedNow(), body.replace("1111", "2222")),
      await post(line.path.replace(/.$/, "_"), signedNow()),
    ];
    for (const { status, body: answer } of tries) {
      expect(status).toBe(401);
      expect(answer.error?.code).toBe("unauthenticated");
    }
  });

  it("finds described what it sends and how it signs it", () => {
    const { parameters, security, requestBody } =
      document("test").paths["/api/telephone/calls/{key}"]?.post ?? {};
    expect(parameters).toMatchObject([
      { name: "key", in: "path" },
      { name: "Frontdesk-Timestamp", in: "header", required: true },
      { name: "Frontdesk-Signature", in: "header", required: true },
    ]);
    expect(security).toEqual([]);
    expect(JSON.stringify(requestBody)).toContain('"ringing"');
    expect(JSON.stringify(requestBody)).not.toContain("payload");
  });
});
