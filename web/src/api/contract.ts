import type { Api } from "@frontdesk/functions/api/types";

/** A route by its name, "METHOD /path/{parameter}" under /api. */
export type ApiName = keyof Api;
export type InputOf<N extends ApiName> = Api[N]["input"] & object;
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

/** Who is signed in, for which firm, and what they may do there. Without a chosen firm `tenant` and `member` are null. */
export type Session = OutputOf<"GET /session">;
/** The languages a member may choose. */
export type Locale = Session["locale"];
