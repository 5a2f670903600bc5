import * as z from "zod";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { ticketFilter } from "../ticket/filter";

/** A member keeps, and a firm shares, so many filters at most. */
export const mostOwn = 30;
export const mostShared = 50;

/** A filter of tickets under a name. */
export const savedFilter = z.object({
  filterId: idOf("filter"),
  name: z.string().trim().min(1).max(30),
  filter: ticketFilter,
});
export const sharedFilter = savedFilter.extend({
  ownerId: idOf("member"),
  /** Who shared it, as they were called then. */
  ownerName: z.string().max(60),
});

/** The filters that a member keeps to themselves, and which one their list begins with: own or shared. */
export const OwnFilters = entity({
  name: "ownFilters",
  schema: z.object({
    memberId: idOf("member"),
    filters: z.array(savedFilter).max(mostOwn),
    defaultId: idOf("filter").optional(),
  }),
  key: (key: { memberId: string }) => [["ticketFilters"], key.memberId],
});

/** The filters that all of a firm see. */
export const SharedFilters = entity({
  name: "sharedFilters",
  schema: z.object({ filters: z.array(sharedFilter).max(mostShared) }),
  key: (_: { tenantId?: string }) => [["ticketFilters"], "shared"],
});
