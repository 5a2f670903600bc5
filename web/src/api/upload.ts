import { currentLocale } from "../i18n/locale";
import { errorOf, networkError } from "./error";
import { noteReach } from "./reach";

export interface UploadProgress {
  /** Called with the part of the bytes sent, 0–1. */
  onProgress?: (part: number) => void;
  signal?: AbortSignal;
}

export interface UploadRequest extends UploadProgress {
  url: string;
  method?: "POST" | "PUT";
  body: Blob | FormData;
  headers?: Record<string, string>;
}

/**
 * Sends a file with progress, which fetch cannot report. Returns the parsed JSON answer (undefined for none).
 * Rejects with ApiError, or AbortError when `signal` fires.
 */
export function upload(request: UploadRequest): Promise<unknown> {
  const xhr = new XMLHttpRequest();
  const abort = () => xhr.abort();
  return new Promise<unknown>((resolve, reject) => {
    xhr.open(request.method ?? "POST", request.url);
    xhr.setRequestHeader("accept", "application/json");
    xhr.setRequestHeader("accept-language", currentLocale());
    for (const [name, value] of Object.entries(request.headers ?? {})) xhr.setRequestHeader(name, value);
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable) request.onProgress?.(event.loaded / event.total);
    };
    xhr.onload = () => {
      const body = parse(xhr.responseText);
      noteReach(true);
      if (xhr.status >= 200 && xhr.status < 300) resolve(body);
      else reject(errorOf(xhr.status, body, headersOf(xhr)));
    };
    xhr.onerror = () => {
      noteReach(false);
      reject(networkError());
    };
    xhr.onabort = () => reject(new DOMException("Aborted", "AbortError"));
    request.signal?.addEventListener("abort", abort);
    if (request.signal?.aborted) reject(new DOMException("Aborted", "AbortError"));
    else xhr.send(request.body);
  }).finally(() => request.signal?.removeEventListener("abort", abort));
}

function headersOf(xhr: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const name of ["retry-after", "x-request-id"]) {
    const value = xhr.getResponseHeader(name);
    if (value) headers.set(name, value);
  }
  return headers;
}

function parse(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
