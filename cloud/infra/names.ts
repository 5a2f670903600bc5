import type { Stage } from "./stage";

/** Names that stacks share without holding each other up: who knows the stage knows them. */
export const appName = "frontdesk";

/** Functions' roles lie under this path, which the tenants' role trusts. */
export const rolePath = (stage: Stage) => `/${appName}/${stage.name}/`;

/** What the names of the stage's secrets begin with; made before the first deployment (docs/deploy.md). */
export const secretsPath = (stage: string) => `${appName}/${stage}`;

/** Where the service is reached. */
export const publicUrl = (stage: Stage) => `https://${stage.domain}`;

/** The header by which the CDN proves itself to the functions (packages/functions/src/lambda/app.ts). */
export { originHeader } from "@frontdesk/functions/lambda/origin";

/** The region the CDN takes its certificate and firewall from, wherever the rest is. */
export const edgeRegion = "us-east-1";

/** What is deployed at once: the edge first, in a region of its own, then the service. */
export const parts = ["edge", "service"] as const;
export type Part = (typeof parts)[number];
export const partOf = (name: string | undefined): Part => parts.find((part) => part === name) ?? "service";
