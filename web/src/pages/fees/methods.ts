import type { InputOf } from "../../api/contract";

export type Method = InputOf<"POST /payments">["method"];

/** How money comes in, the most usual first. */
export const methods: readonly Method[] = ["wechat", "alipay", "transfer", "cash"];
