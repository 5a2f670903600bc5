/** What went wrong, in the classes that people are told apart. */
export type FailureKind =
  | "network"
  | "timeout"
  | "unauthenticated"
  | "forbidden"
  | "notFound"
  | "conflict"
  | "gone"
  | "tooLarge"
  | "tooMany"
  | "badRequest"
  | "unavailable"
  | "unexpected";

interface Details {
  /** HTTP status; 0 when no answer came. */
  status: number;
  code: string;
  message: string;
  /** Dotted path of the input at fault. */
  field?: string;
  requestId?: string;
  /** Whole seconds to wait before trying again. */
  retryAfter?: number;
}

/** The one error that calls reject with, apart from AbortError. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(details: Details) {
    super(details.message);
    this.name = "ApiError";
    this.status = details.status;
    this.code = details.code;
    this.field = details.field;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }

  get kind(): FailureKind {
    if (this.status === 0) return this.code === "timeout" ? "timeout" : "network";
    return kinds.get(this.status) ?? (this.status < 500 ? "badRequest" : "unexpected");
  }

  /** Likely to be gone in a second: worth sending the same request again at once. */
  get transient(): boolean {
    return this.kind === "network" || this.kind === "unavailable";
  }
}

const kinds = new Map<number, FailureKind>([
  [401, "unauthenticated"],
  [403, "forbidden"],
  [404, "notFound"],
  [409, "conflict"],
  [410, "gone"],
  [413, "tooLarge"],
  [429, "tooMany"],
  [502, "unavailable"],
  [503, "unavailable"],
  [504, "unavailable"],
]);

/** The error for a request that no answer came to. */
export const networkError = () => new ApiError({ status: 0, code: "network", message: "network" });
/** The error for a request that was given up waiting for. */
export const timeoutError = () => new ApiError({ status: 0, code: "timeout", message: "timeout" });

/**
 * Reads an error answer: our envelope `{ error: { code, message, field?, requestId } }`, the sign-in
 * library's flat `{ code, message }`, or anything else (a proxy's page), of which only the status is kept.
 */
export function errorOf(status: number, body: unknown, headers: Headers): ApiError {
  const envelope = isRecord(body) && isRecord(body.error) ? body.error : body;
  const read = (name: string) => {
    const value = isRecord(envelope) ? envelope[name] : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return new ApiError({
    status,
    code: read("code") ?? "unexpected",
    message: read("message") ?? "",
    field: read("field"),
    requestId: read("requestId") ?? headers.get("x-request-id") ?? undefined,
    retryAfter: retryAfterOf(headers),
  });
}

function retryAfterOf(headers: Headers): number | undefined {
  const value = headers.get("retry-after") ?? headers.get("x-retry-after");
  const seconds = value === null ? Number.NaN : Number(value);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
