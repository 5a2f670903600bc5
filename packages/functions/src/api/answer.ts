import { createHash } from "node:crypto";
import { dispositionOf } from "@frontdesk/core/attachment/disposition";
import { useActor, useContext, withContext } from "@frontdesk/core/context";
import { badRequest, DomainError } from "@frontdesk/core/error";
import { signedHeader } from "@frontdesk/core/signature";
import type { Context } from "hono";
import type { AppEnv } from "./app";
import { type AnyVerb, type Download, type Route, type RouteName, uploadField } from "./route";
import { asConfirmed, asLikely } from "./sender";

/** Bodies of JSON stay below this; files have a limit of their own. */
export const jsonLimit = 256 * 1024;
export const fileLimit = 20 * 1024 * 1024;
/** A function of the cloud answers with 6 MB at most, in letters, by which a file becomes a third larger. */
const answerLimit = 4 * 1024 * 1024;

/** One request's route: what it is called, how it is answered, and what its path names. */
export type Call = { name: RouteName; route: Route<AnyVerb>; named: Record<string, string> };

/** Answers a request by its route's verb. */
export async function answer(c: Context<AppEnv>, { name, route, named }: Call) {
  const { input, raw } = await inputOf(c, route, named);
  const as = route.as === "json" ? asLikely : asConfirmed;
  const result = await withContext({ ...useContext(), idempotency: idempotencyOf(c, name, raw) }, () =>
    as(async () => {
      needSame(c.req.header(actingMember));
      return route.verb(input as never);
    }),
  );
  if (route.as === "download") return file(c, result as Download);
  return result === undefined ? c.body(null, 204) : c.json(result, route.status as 200);
}

/** The header that names the member a request is of, where it waited on a phone that others may have signed in on. */
const actingMember = "acting-member";

/** Throws `unauthenticated` where somebody else is signed in by now than the request says, or nobody. */
function needSame(memberId: string | undefined) {
  const actor = useActor();
  if (memberId === undefined || (actor.type === "member" && actor.memberId === memberId)) return;
  throw new DomainError("unauthenticated", "Somebody else is signed in by now");
}

async function inputOf(c: Context<AppEnv>, route: Route<unknown>, named: Call["named"]) {
  const asked = c.req.query();
  if (c.req.method === "GET" || c.req.method === "DELETE") return { input: { ...asked, ...named }, raw: "" };
  if (route.as === "upload") {
    const { upload, ...rest } = asked;
    const file = upload === undefined ? await body(c, fileLimit) : await handedOver(upload);
    return { input: { ...rest, ...named, [uploadField]: file }, raw: file };
  }
  const raw = await body(c, jsonLimit);
  if (route.as === "signed") return { input: { ...signatureOf(c), payload: raw.toString(), ...named }, raw };
  return { input: { ...asked, ...parsed(raw), ...named }, raw };
}

const signatureOf = (c: Context) => ({
  timestamp: c.req.header(signedHeader.timestamp) ?? "",
  signature: c.req.header(signedHeader.signature) ?? "",
});

/** A file that was too large for this request came before it, by itself. */
const handedOver = async (uploadId: string): Promise<Buffer> => {
  const { takeUpload } = await import("@frontdesk/core/attachment/upload");
  return Buffer.from(await asConfirmed(() => takeUpload(uploadId)));
};

/** Reads at most `limit` bytes, whatever the Content-Length claims. */
export async function body(c: Context, limit: number): Promise<Buffer> {
  const tooLarge = () =>
    new DomainError("too_large", `At most ${Math.floor(limit / 1024)} KB are taken here`);
  const checked = (whole: Buffer) => {
    if (whole.length > limit) throw tooLarge();
    return whole;
  };
  const claimed = Number(c.req.header("content-length") ?? Number.NaN);
  if (claimed > limit) throw tooLarge();
  // Where a length was announced the server took no more than that.
  if (claimed <= limit) return checked(Buffer.from(await c.req.arrayBuffer()));
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parsed(raw: Buffer): Record<string, unknown> {
  if (raw.length === 0) return {};
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    throw badRequest("The body is not valid JSON in UTF-8");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw badRequest("The body must be a JSON object");
  return value as Record<string, unknown>;
}

function idempotencyOf(c: Context<AppEnv>, name: RouteName, raw: Buffer | string) {
  const key = c.req.header("idempotency-key");
  if (key === undefined || c.req.method === "GET") return undefined;
  if (!/^[\x21-\x7e]{8,100}$/.test(key))
    throw badRequest("Idempotency-Key must be 8 to 100 visible ASCII characters");
  const bodyHash = createHash("sha256").update(name).update(c.req.url).update(raw).digest("base64url");
  return { key, bodyHash };
}

/** A file as the answer, or where it can be fetched. */
async function file(c: Context, made: Download): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  if (made.bytes.length > answerLimit) {
    const { handOut } = await import("@frontdesk/core/attachment/hand-out");
    return c.body(null, 303, { ...headers, location: await asConfirmed(() => handOut(made)) });
  }
  return new Response(Buffer.from(made.bytes), {
    headers: {
      ...{ ...headers, "content-type": made.contentType },
      "content-disposition": dispositionOf({ ...made, saved: true }),
    },
  });
}
