export * from "./ageing";
export * from "./collection";
export * from "./histogram";
export * from "./rate";
export * from "./service";
export * from "./suppression";
export * from "./suppression-table";
export * from "./wilson";
