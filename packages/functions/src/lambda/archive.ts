import { archiveParts } from "../api/parts.archive";
import { cloudHandler } from "./app";

/** Houses and their people, spreadsheets taken in, and the docs, which know every route. */
export const handler = await cloudHandler(() => ({ parts: archiveParts, docs: () => import("../api/docs") }));
