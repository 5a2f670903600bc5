import type { Permission, Role } from "@frontdesk/core/member/role";
import type { Api as Served } from "@frontdesk/functions/api/types";

/** The languages a member may choose. */
export type Locale = "zh-CN" | "en";

/** Who is signed in, for which firm, and what they may do there. Without a chosen firm `tenant` and `member` are null. */
export interface Session {
  user: { id: string; email: string; name: string };
  /** `zone` is the IANA zone in which the firm's times are shown. */
  tenant: { id: string; name: string; zone?: string } | null;
  member: { id: string; role: Role; projectIds: string[] | "all" } | null;
  permissions: Permission[];
  memberships: { tenantId: string; tenantName: string; role: Role }[];
  locale: Locale;
}

type Nothing = Record<string, never>;

/** Routes that the server's own list does not name yet; each gives way to the server's as soon as it does. */
interface Announced {
  "GET /session": { input: Nothing; output: Session };
  "POST /session/tenant": { input: { tenantId: string }; output: unknown };
  "POST /sign-up": {
    input: { firmName: string; name: string; email: string; password: string; locale: Locale };
    output: unknown;
  };
  "POST /invitations/accept": { input: { token: string; name?: string; password?: string }; output: unknown };
}

/** Every route by its name, "METHOD /path/{parameter}" under /api, with what it takes and what it gives. */
export type Api = Served & Omit<Announced, keyof Served>;

export type ApiName = keyof Api;
export type InputOf<N extends ApiName> = Api[N]["input"];
export type OutputOf<N extends ApiName> = Api[N]["output"];

/** A file as a verb gives it; over the wire it is the body, and its name stands in a header. */
type Given = { fileName: string; contentType: string; bytes: Uint8Array };

/** Routes that take a file as their body. */
export type UploadName = { [N in ApiName]: InputOf<N> extends { file: Uint8Array } ? N : never }[ApiName];
/** Routes that answer with a file. */
export type DownloadName = { [N in ApiName]: OutputOf<N> extends Given ? N : never }[ApiName];
/** Routes that take and give JSON. */
export type JsonName = Exclude<ApiName, UploadName | DownloadName>;

/** One page of a list; `cursor` opens the next one and is missing on the last. */
export interface Page<T> {
  items: T[];
  cursor?: string | undefined;
}
