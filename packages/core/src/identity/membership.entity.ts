import * as z from "zod";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { identityScope } from "./scope";

/** That a person is a member of a firm: what they are there stands in the firm's own record of the member. */
export const Membership = entity({
  name: "identity.membership",
  schema: z.object({ userId: idOf("user"), firmId: idOf("tenant"), memberId: idOf("member") }),
  key: (key: { userId: string; firmId: string }) => [["membership", key.userId], key.firmId],
});

/** The partition that holds a person's memberships. */
export const membershipsKey = (userId: string) => Membership.key({ userId, firmId: "" }, identityScope).pk;
