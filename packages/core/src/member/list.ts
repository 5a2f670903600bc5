import * as z from "zod";
import { idOf } from "../id";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Member, memberSchema, memberStates } from "./member.entity";
import { role } from "./role";

/** A member as others of the firm see them. */
export const memberView = memberSchema.omit({ userId: true, shielded: true });

/** The members of the firm, in order of joining; `search` finds parts of name, e-mail address and phone. */
export const listMembers = verb({
  name: "member.list",
  may: "member.read",
  input: z.strictObject({
    search: z.string().trim().max(60).optional(),
    role: role.optional(),
    state: z.enum(memberStates).optional(),
    ...pageInput,
  }),
  output: z.object({ items: z.array(memberView), cursor: z.string().optional() }),
  run: async ({ search, role: wantedRole, state, limit, cursor: from }) => {
    const part = search?.toLowerCase() ?? "";
    const fits = (member: z.output<typeof memberSchema>) =>
      (!wantedRole || member.role === wantedRole) &&
      (!state || member.state === state) &&
      [member.name, member.email, member.phone ?? ""].some((text) => text.toLowerCase().includes(part));
    const items: z.output<typeof memberSchema>[] = [];
    let cursor = from;
    do {
      const page = await Member.query("table", ["member"], { limit: limit - items.length, cursor });
      items.push(...page.items.filter(fits));
      cursor = page.cursor;
    } while (cursor && items.length < limit);
    return { items, cursor };
  },
});

/** One member. */
export const getMember = verb({
  name: "member.get",
  may: "member.read",
  input: z.strictObject({ memberId: idOf("member") }),
  output: memberView,
  run: ({ memberId }) => Member.need({ memberId }),
});
