import { createHash, createHmac } from "node:crypto";
import { AwsRefusal, awsFetch, presigned } from "../aws/call";
import { type Credentials, ownCredentials } from "../aws/credentials";
import { tenantCredentials } from "../aws/tenant-credentials";
import { isoNow, plus } from "../clock";
import { needSetting, setting } from "../environment/settings";
import { dispositionOf } from "./disposition";
import { linkSeconds, type PostForm, type Storage } from "./storage";

const formMinutes = 15;

/** Whose a file is: its key begins with the tenant's id, or with the place where uploads wait. */
const tenantOf = (key: string) => key.replace(/^uploads\//, "").split("/")[0] ?? "";

/** The credentials that reach the files of the key's tenant. */
const credentialsFor = async (key: string): Promise<Credentials> =>
  setting("FRONTDESK_TENANT_ROLE") ? tenantCredentials(tenantOf(key)) : ownCredentials();

/** Files in a private bucket of S3; each request is made with credentials of the tenant whose file it is. */
export function bucketStorage(bucket: string): Storage {
  const address = () => {
    const region = needSetting("AWS_REGION");
    return `https://${bucket}.s3.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}`;
  };
  const call = async (
    method: "GET" | "PUT" | "DELETE",
    key: string,
    body?: Uint8Array,
    more: Record<string, string> = {},
  ) => {
    const credentials = await credentialsFor(key);
    const checksum = createHash("sha256")
      .update(body ?? "")
      .digest();
    const headers = {
      ...more,
      "x-amz-content-sha256": checksum.toString("hex"),
      ...(body && { "x-amz-checksum-sha256": checksum.toString("base64") }),
    };
    return awsFetch("s3", { method, url: `${address()}/${key}`, headers, body, credentials });
  };
  const read = async (key: string, more?: Record<string, string>) => {
    try {
      const answer = await call("GET", key, undefined, more);
      return { answer, bytes: new Uint8Array(await answer.arrayBuffer()) };
    } catch (error) {
      // Who may not list a bucket, as no tenant may, is told 403 of what is not there.
      if (error instanceof AwsRefusal && [403, 404].includes(error.status)) return undefined;
      throw error;
    }
  };
  return {
    put: async (key, bytes) => {
      await call("PUT", key, bytes);
    },
    get: async (key) => (await read(key))?.bytes,
    part: async (key, from, length) => {
      const found = await read(key, { range: `bytes=${from}-${from + length - 1}` });
      const size = Number(found?.answer.headers.get("content-range")?.split("/")[1] ?? found?.bytes.length);
      return found && { bytes: found.bytes, size };
    },
    copy: async (from, to) => {
      await call("PUT", to, undefined, { "x-amz-copy-source": `/${bucket}/${from}` });
    },
    remove: async (key) => {
      await call("DELETE", key);
    },
    link: async (key, shown) => {
      const asked = new URLSearchParams({
        "response-content-type": shown.contentType,
        "response-content-disposition": dispositionOf(shown),
      });
      const url = `${address()}/${key}?${asked}`;
      return presigned("s3", { url, credentials: await credentialsFor(key), seconds: linkSeconds });
    },
    postForm: async (key, maxBytes) =>
      signedForm({ bucket, key, maxBytes, url: `${address()}/`, credentials: await credentialsFor(key) }),
  };
}

type Wish = { bucket: string; key: string; maxBytes: number; url: string; credentials: Credentials };

/**
 * A presigned POST (AWS Signature Version 4, "Authenticating Requests in Browser-Based Uploads Using POST"): the
 * policy names the one key and the least and most bytes, and ends after a quarter of an hour.
 */
function signedForm({ bucket, key, maxBytes, url, credentials }: Wish): PostForm {
  const now = isoNow();
  const stamp = now.replace(/[-:]|\.\d+/g, "");
  const scope = [stamp.slice(0, 8), needSetting("AWS_REGION"), "s3", "aws4_request"];
  const fields: Record<string, string> = {
    key,
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "x-amz-credential": [credentials.accessKeyId, ...scope].join("/"),
    "x-amz-date": stamp,
    ...(credentials.sessionToken && { "x-amz-security-token": credentials.sessionToken }),
  };
  const policy = JSON.stringify({
    expiration: plus(now, { minutes: formMinutes }),
    conditions: [
      { bucket },
      ["content-length-range", 1, maxBytes],
      ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ],
  });
  const encoded = Buffer.from(policy).toString("base64");
  const hmac = (by: string | Buffer, text: string) => createHmac("sha256", by).update(text).digest();
  const signingKey = scope.reduce<string | Buffer>(hmac, `AWS4${credentials.secretAccessKey}`);
  return {
    url,
    fields: { ...fields, policy: encoded, "x-amz-signature": hmac(signingKey, encoded).toString("hex") },
  };
}
