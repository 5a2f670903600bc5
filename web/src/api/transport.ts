import { currentLocale } from "../i18n/locale";
import { errorOf, networkError, timeoutError } from "./error";
import { noteReach } from "./reach";

/** Longer than any answer should take, shorter than people wait. */
const patienceMs = 30_000;

export interface SendOptions {
  idempotencyKey?: string;
  /** The member whose act it is: refused as if nobody were signed in when somebody else is by now. */
  actingMember?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}

/**
 * Sends one JSON request to our own origin and returns the parsed answer (undefined for an empty one).
 * Rejects with ApiError, or with the AbortError of `signal`.
 */
export function send(
  method: string,
  url: string,
  body: unknown,
  options: SendOptions = {},
): Promise<unknown> {
  return exchange(method, url, body, options, parsed);
}

/** Fetches a file from our own origin, with the name it is to be kept under. Rejects as `send` does. */
export function receive(url: string, options: SendOptions = {}): Promise<{ blob: Blob; fileName: string }> {
  return exchange("GET", url, undefined, options, async (response) => ({
    blob: await response.blob(),
    fileName: fileNameOf(response.headers),
  }));
}

async function exchange<T>(
  method: string,
  url: string,
  body: unknown,
  options: SendOptions,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(options.timeoutMs ?? patienceMs);
  const joined = joinSignals(options.signal, limit);
  try {
    const response = await fetch(url, {
      method,
      headers: headersOf(body, options),
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal: joined.signal,
    });
    noteReach(true);
    if (!response.ok) throw errorOf(response.status, await parsed(response), response.headers);
    return await read(response);
  } catch (error) {
    if (options.signal?.aborted) throw new DOMException("Aborted", "AbortError");
    const lost = limit.aborted ? timeoutError() : error instanceof TypeError ? networkError() : undefined;
    if (!lost) throw error;
    noteReach(false);
    throw lost;
  } finally {
    joined.release();
  }
}

/** The name in a Content-Disposition header, which comes percent-encoded. */
function fileNameOf(headers: Headers): string {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(headers.get("content-disposition") ?? "")?.[1];
  return encoded ? decodeURIComponent(encoded) : "download";
}

function headersOf(body: unknown, { idempotencyKey, actingMember }: SendOptions): Headers {
  const headers = new Headers({ accept: "application/json", "accept-language": currentLocale() });
  if (body !== undefined) headers.set("content-type", "application/json");
  if (idempotencyKey) headers.set("idempotency-key", idempotencyKey);
  if (actingMember) headers.set("acting-member", actingMember);
  return headers;
}

async function parsed(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A page instead of an answer comes from something that stands in front of the API.
    if (response.ok) throw errorOf(502, undefined, response.headers);
    return undefined;
  }
}

// AbortSignal.any is missing on phones that are still in use.
function joinSignals(...signals: (AbortSignal | undefined)[]) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  for (const signal of signals) {
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
  }
  const release = () => {
    for (const signal of signals) signal?.removeEventListener("abort", abort);
  };
  return { signal: controller.signal, release };
}
