import * as z from "zod";

export const roles = [
  "headquarters",
  "project_manager",
  "front_desk",
  "area_manager",
  "technician",
  "finance",
  "auditor",
] as const;
export const role = z.enum(roles);
export type Role = (typeof roles)[number];

export const permissions = [
  "tenant.manage",
  "member.read",
  "member.manage",
  "project.read",
  "project.manage",
  "house.read",
  "house.manage",
  "import.run",
  "ticket.read",
  "ticket.register",
  "ticket.dispatch",
  "ticket.work",
  "callback.make",
  "callback.check",
  /** Decide on answers to a project's complaints; and, of the quality department, on those it could not settle. */
  "complaint.decide",
  "complaint.review",
  "survey.read",
  "survey.manage",
  "survey.enter",
  "fee.read",
  "fee.manage",
  "payment.record",
  "figure.read",
  "figure.close",
  "audit.read",
] as const;
export type Permission = (typeof permissions)[number];

const reading = [
  "member.read",
  "project.read",
  "house.read",
  "ticket.read",
  "survey.read",
  "fee.read",
  "figure.read",
  "audit.read",
] as const satisfies readonly Permission[];

const serving = ["member.read", "project.read", "house.read", "ticket.read", "ticket.register"] as const;

/** What each role may do; which projects it may do it in is the member's own list. */
export const rolePermissions: Record<Role, ReadonlySet<Permission>> = {
  headquarters: new Set(permissions),
  project_manager: new Set<Permission>([
    ...reading,
    "house.manage",
    "import.run",
    "ticket.register",
    "ticket.dispatch",
    "ticket.work",
    "callback.make",
    "complaint.decide",
    "survey.enter",
    "fee.manage",
    "payment.record",
  ]),
  front_desk: new Set<Permission>([
    ...serving,
    "house.manage",
    "ticket.dispatch",
    "ticket.work",
    "callback.make",
    "fee.read",
    "survey.read",
    "survey.enter",
  ]),
  area_manager: new Set<Permission>([...serving, "ticket.work", "callback.make", "survey.enter", "fee.read"]),
  technician: new Set<Permission>([...serving, "ticket.work"]),
  finance: new Set<Permission>([
    ...serving,
    "fee.read",
    "fee.manage",
    "payment.record",
    "figure.read",
    "figure.close",
  ]),
  auditor: new Set<Permission>(reading),
};
