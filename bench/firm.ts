import type { MemberActor } from "@frontdesk/core/actor";
import { derivedId } from "@frontdesk/core/id";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";

/** The record of a firm that exists for the bench alone. */
export const firmRecord = (tenantId: string) =>
  Tenant.record({
    tenantId,
    rev: 1,
    name: "基准物业",
    locale: "zh-CN",
    zone: "Asia/Shanghai",
    signature: "",
    callbackHours: 24,
    createdAt: "2026-01-01T00:00:00.000Z",
  });

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
