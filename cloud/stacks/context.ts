import type { Stage } from "../infra/stage";

/** What every stack is given beside what others made: its stage, and where the bundles of functions and web app lie. */
export type Given = { stage: Stage; bundles: string; version: string; edge: Edge };

/** What the stack at the CDN's home made: a certificate and a firewall, by their ARNs. */
export type Edge = { certificateArn: string; firewallArn: string };

let given: Given | undefined;

/** Told once, before the stacks are made: SST makes them from functions that take nothing of ours. */
export function give(value: Given) {
  given = value;
}

export function useGiven(): Given {
  if (!given) throw new Error("The stacks are made through cloud/app.ts");
  return given;
}
