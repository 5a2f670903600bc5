import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { needSetting } from "../environment/settings";
import { type Credentials, ownCredentials } from "./credentials";

export type AwsCall = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  credentials?: Credentials;
};

/** An answer that says no: `code` is AWS's own name for it. */
export class AwsRefusal extends Error {
  constructor(
    readonly service: string,
    readonly status: number,
    readonly code: string,
  ) {
    super(`${service} answered ${status} ${code}`);
  }
}

/** The address of a service in our region. */
export function regionalUrl(service: string): string {
  const region = needSetting("AWS_REGION");
  return `https://${service}.${region}.amazonaws.com${region.startsWith("cn-") ? ".cn" : ""}/`;
}

type Bytes = string | Uint8Array | ArrayBuffer | ArrayBufferView;
const bytesOf = (data: Bytes) =>
  typeof data === "string" || data instanceof Uint8Array
    ? data
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

class Sha256 {
  private readonly hash;
  constructor(key?: Bytes) {
    this.hash = key === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(key));
  }
  update(data: Bytes) {
    this.hash.update(bytesOf(data));
  }
  digest = async () => new Uint8Array(this.hash.digest());
  reset() {
    throw new Error("A hash is used once");
  }
}

const signerOf = (service: string, credentials: Credentials) =>
  new SignatureV4({
    ...{ service, credentials, region: needSetting("AWS_REGION"), sha256: Sha256 },
    // S3 signs the path as it stands; the others encode it once more.
    uriEscapePath: service !== "s3",
  });

/** As signatures are made over it: all but letters, digits and `-._~`. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

type Address = { url: string; credentials: Credentials; seconds: number };

/** An address by which whoever has it may GET what it names, for so many seconds, without credentials of their own. */
export async function presigned(service: string, { url, credentials, seconds }: Address): Promise<string> {
  const { protocol, hostname, pathname, searchParams } = new URL(url);
  const request = {
    ...{ method: "GET", protocol, hostname, path: pathname },
    headers: { host: hostname, "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
    query: Object.fromEntries(searchParams),
  };
  const signed = await signerOf(service, credentials).presign(request, { expiresIn: seconds });
  const query = Object.entries(signed.query ?? {}).map(
    ([name, value]) => `${encoded(name)}=${encoded(String(value))}`,
  );
  return `${protocol}//${hostname}${pathname}?${query.join("&")}`;
}

/**
 * One signed request to an AWS service of which a single operation is used: a client of the SDK for each would weigh
 * more than all our own code. Throws `AwsRefusal` for an answer that says no; network errors come as they are.
 */
export async function awsFetch(service: string, call: AwsCall): Promise<Response> {
  const { method, url, headers = {}, body, credentials = ownCredentials() } = call;
  const { protocol, hostname, port, pathname, searchParams } = new URL(url);
  const signed = await signerOf(service, credentials).sign({
    ...{ method, protocol, hostname, body, path: pathname },
    ...(port && { port: Number(port) }),
    query: Object.fromEntries(searchParams),
    headers: { ...headers, host: port ? `${hostname}:${port}` : hostname },
  });
  const { host: _, ...sent } = signed.headers;
  const response = await fetch(url, { method, headers: sent, body: body && Buffer.from(body) });
  if (!response.ok) throw await refusal(service, response);
  return response;
}

async function refusal(service: string, response: Response): Promise<AwsRefusal> {
  const text = await response.text();
  const code = /<Code>([^<]+)|"__type"\s*:\s*"(?:[^"#]*#)?([^"]+)/.exec(text);
  return new AwsRefusal(service, response.status, code?.[1] ?? code?.[2] ?? "");
}
