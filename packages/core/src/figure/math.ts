export * from "./rate";
export * from "./wilson";
