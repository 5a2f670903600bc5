import type { Hit } from "./useFind";

/** The hits of the project one works in before those of others, each in the order found. */
export const hereFirst = (hits: readonly Hit[], projectId: string | undefined): readonly Hit[] =>
  projectId === undefined
    ? hits
    : [...hits].sort((a, b) => Number(b.projectId === projectId) - Number(a.projectId === projectId));
