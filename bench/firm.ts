import type { MemberActor } from "@frontdesk/core/actor";
import { derivedId } from "@frontdesk/core/id";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";

/** A firm that exists for the bench alone. */
export const firmOf = (tenantId: string) => ({
  tenantId,
  name: "基准物业",
  locale: "zh-CN" as const,
  zone: "Asia/Shanghai",
  signature: "",
  callbackHours: 24,
  callbackShares: { repair: 100, suggestion: 100, inquiry: 100, emergency: 100 },
  secondCallbackShare: 5,
  createdAt: "2026-01-01T00:00:00.000Z",
});

/** Its record. */
export const firmRecord = (tenantId: string) => Tenant.record({ ...firmOf(tenantId), rev: 1 });

/** Somebody at that firm's headquarters. */
export const memberOf = (tenantId: string): MemberActor => ({
  type: "member",
  tenantId,
  memberId: derivedId("member", tenantId),
  userId: derivedId("user", tenantId),
  name: "总部",
  role: "headquarters",
  projectIds: "all",
});
