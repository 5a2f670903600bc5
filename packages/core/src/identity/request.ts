import type * as z from "zod";
import { badRequest, DomainError } from "../error";
import { parse } from "../verb";

/** More than any of these requests needs. */
const limit = 16 * 1024;

async function read(request: Request): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw new DomainError("too_large", `At most ${limit / 1024} KB are taken here`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The JSON body of a request, by its schema. Throws `bad_request`, `too_large`. */
export async function jsonOf<I extends z.ZodType>(request: Request, schema: I): Promise<z.output<I>> {
  const bytes = await read(request);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw badRequest("The body is not valid JSON in UTF-8");
  }
  return parse(schema, value);
}
