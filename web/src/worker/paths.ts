/** What of a request's address concerns the worker; all else goes its way as if there were none. */
export type Served = "page" | "file";

/** The API, the message viewer, files, and residents' pages under their letters are never the worker's. */
const others = /^\/(api|dev|files|[rstbu])(\/|$)/;

/** Of the members' app: its page, whatever its address, or a file whose name holds its content's hash. */
export function servedAs(path: string): Served | undefined {
  if (others.test(path)) return undefined;
  if (path.startsWith("/assets/")) return "file";
  return /\.\w+$/.test(path) ? undefined : "page";
}
