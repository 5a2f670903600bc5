import type { Verb } from "@frontdesk/core/verb";
import type * as z from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** "POST /tickets/{ticketId}/assign": the name of a route is all there is to say about where it is. */
export type RouteName = `${Method} /${string}`;

/** A file that comes out of a verb. */
export type Download = { fileName: string; contentType: string; bytes: Uint8Array };
/** The field of a verb's input in which an uploaded file arrives. */
export const uploadField = "file";

/** Any verb: its input is only known once parsed. */
export type AnyVerb = ((input: never) => Promise<unknown>) &
  Pick<Verb, "verbName" | "may"> & {
    readonly input: z.ZodType;
    readonly output: z.ZodType;
  };
export type Route<V> = {
  verb: V;
  as: "json" | "upload" | "download" | "signed";
  status: number;
  /** What a body that the verb takes as it came says. */
  body?: z.ZodType;
};

/** A verb whose input comes from path, query and JSON body, and whose output is JSON. */
export const json = <V extends AnyVerb>(verb: V, status = 200): Route<V> => ({ verb, as: "json", status });
/** The same, for one that creates: 201. */
export const created = <V extends AnyVerb>(verb: V): Route<V> => json(verb, 201);
/** A verb that takes the raw body as its `file` (Uint8Array); the rest comes from path and query. */
export const upload = <V extends AnyVerb>(verb: V): Route<V> => ({ verb, as: "upload", status: 201 });
/** A verb that a system of somebody else's calls: it takes the body as it came, as `payload`, and what signs it. */
export const signed = <V extends AnyVerb>(verb: V, body: z.ZodType): Route<V> => ({
  verb,
  as: "signed",
  status: 200,
  body,
});
/** A verb that answers with a file. */
export const download = <V extends AnyVerb>(verb: V): Route<V> => ({ verb, as: "download", status: 200 });

export type Routes = Record<RouteName, Route<AnyVerb>>;

/** Keeps the literal names and types of a domain's routes. */
export const routes = <const R extends Routes>(table: R): R => table;
