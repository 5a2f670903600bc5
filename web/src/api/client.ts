import type { ApiName, DownloadName, InputOf, JsonName, OutputOf, UploadName } from "./contract";
import { newIdempotencyKey } from "./intention";
import { fileRequest, wireRequest } from "./request";
import { receive, type SendOptions, send } from "./transport";
import { type UploadProgress, upload } from "./upload";

/** One idempotency key per thing a person set out to do, kept over retries; without it a POST gets a fresh one. */
type CallOptions = SendOptions;

/**
 * Calls the API by a route's name. Rejects with ApiError (see its `kind`), or AbortError when `signal` fires.
 */
export async function call<N extends JsonName>(
  name: N,
  input: InputOf<N>,
  options: CallOptions = {},
): Promise<OutputOf<N>> {
  const { method, url, body } = wireRequest(name, input);
  const idempotencyKey = method === "POST" ? (options.idempotencyKey ?? newIdempotencyKey()) : undefined;
  const output = await send(method, url, body, { ...options, idempotencyKey });
  return output as OutputOf<N>;
}

/** More than this does not fit into one request in the cloud: it goes ahead of it, by itself. */
const largestBody = 4 * 1024 * 1024;

/** Hands a large file over; the request it is for names it by the id given back. Rejects as `call` does. */
export async function handOver(file: Blob, progress: UploadProgress): Promise<string> {
  const { uploadId, url, fields } = await call("POST /uploads", { size: file.size });
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  await upload({ url, body: form, ...progress });
  return uploadId;
}

/** Sends a file to a route that takes one, with progress. Rejects as `call` does. */
export async function uploadTo<N extends UploadName>(
  name: N,
  input: Omit<InputOf<N>, "file">,
  file: Blob,
  progress: UploadProgress = {},
  { idempotencyKey = newIdempotencyKey(), actingMember }: Omit<SendOptions, "signal"> = {},
): Promise<OutputOf<N>> {
  const { url } = fileRequest(name, input);
  const headers = {
    "idempotency-key": idempotencyKey,
    ...(actingMember && { "acting-member": actingMember }),
  };
  if (file.size <= largestBody)
    return (await upload({ url, body: file, headers, ...progress })) as OutputOf<N>;
  const named = `${url}${url.includes("?") ? "&" : "?"}upload=${await handOver(file, progress)}`;
  return (await upload({ url: named, body: new Blob([]), headers, signal: progress.signal })) as OutputOf<N>;
}

/** Fetches the file of a route and hands it to the browser to be kept. Rejects as `call` does. */
export async function downloadOf<N extends DownloadName>(name: N, input: InputOf<N>): Promise<void> {
  const { blob, fileName } = await receive(wireRequest(name, input).url);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser reads the file after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The address of a GET route, for links and pictures. */
export function hrefOf<N extends ApiName & `GET ${string}`>(name: N, input: InputOf<N>): string {
  return wireRequest(name, input).url;
}
