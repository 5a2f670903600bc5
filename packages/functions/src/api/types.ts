import type { Verb } from "@frontdesk/core/verb";
import type * as z from "zod";
import type { routes } from "./routes";

type Table = typeof routes;
type VerbOf<N extends keyof Table> = Table[N]["verb"];

/** Every route by its name, with what it takes and what it gives: the web app's only knowledge of the API. */
export type Api = {
  [N in keyof Table]: VerbOf<N> extends Verb<infer I, infer O>
    ? { input: z.input<I>; output: z.output<O> }
    : never;
};
