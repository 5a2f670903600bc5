import { conflict } from "../error";
import { newId } from "../id";
import { Membership } from "../identity/membership.entity";
import { identityScope } from "../identity/scope";
import { Headquarters, Member } from "../member/member.entity";
import type { Work } from "../table/work";
import { type Locale, Tenant } from "./tenant.entity";

export type NewFirm = {
  name: string;
  locale: Locale;
  zone: string;
  /** Becomes the first member, at headquarters. */
  founder: { userId: string; name: string; email: string };
};

/** Adds a firm, whose id is the work's tenant, and its first member, who runs it; returns that member. */
export function foundFirm(work: Work, { name, locale, zone, founder }: NewFirm) {
  const { tenantId, now } = work;
  const memberId = newId("member");
  work.create(Tenant, { tenantId, name, locale, zone, createdAt: now }, conflict("This firm exists already"));
  const member = work.create(Member, {
    ...founder,
    memberId,
    role: "headquarters",
    projectIds: "all",
    state: "active",
    locale,
    joinedAt: now,
  });
  work.create(Headquarters, { memberIds: [memberId] });
  putMembership(work, founder.userId, memberId);
  return member;
}

/** Notes with the person that they are a member of the work's firm. Being one already is a race. */
export function putMembership(work: Work, userId: string, memberId: string) {
  const membership = { userId, firmId: work.tenantId, memberId, tenantId: identityScope, rev: 1 };
  work.put(Membership.record(membership), "attribute_not_exists(pk)", {}, "race");
}
