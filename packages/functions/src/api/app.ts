import type { Identity } from "@frontdesk/core/identity/index";
import { pages, parts } from "./parts";
import { archiveParts } from "./parts.archive";
import { surfaceApp } from "./surface";

/** What the app needs from where it runs. */
export type Dependencies = Identity & { version: string };
export type AppEnv = { Variables: { requestId: string } };

/** The whole HTTP surface: API, docs and residents' pages, as it is served on one machine. */
export const createApp = (dependencies: Dependencies) =>
  surfaceApp({ ...dependencies, parts: { ...parts, ...archiveParts }, pages, docs: () => import("./docs") });
