import { drawSamples } from "./sample";
import { lapseSecondCallbacks } from "./second";

export { Callback } from "./callback.entity";
export { listCallbacks } from "./list";
export { sweepCallbacks } from "./overdue";
export { recordCallback } from "./record";
export { listSecondCallbacks, recordSecondCallback } from "./second";

/** The schedule of second callbacks: draws the samples of months that are over, gives up what nobody made. */
export const runSecondCallbacks = () => Promise.all([drawSamples(), lapseSecondCallbacks()]);
