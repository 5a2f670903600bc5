import { pages, parts } from "../api/parts";
import { cloudHandler } from "./app";

/** The API and the residents' pages, but for what has a function of its own. */
export const handler = await cloudHandler(() => ({ parts, pages }));
