export { Callback } from "./callback.entity";
export { listCallbacks } from "./list";
export { sweepCallbacks } from "./overdue";
export { recordCallback } from "./record";
