import { badRequest } from "../error";
import { whoAndWhere } from "./household";
import type { TicketItem } from "./ticket.entity";

type Reporter = TicketItem["reporter"];
type Place = Pick<TicketItem, "houseId" | "houseCode">;

/** Who turned out to have reported it, as said now, else as known of the resident. */
export async function reporterAfter(
  { projectId, reporter: before }: TicketItem,
  { houseId }: Place,
  given: Partial<Reporter> | undefined,
): Promise<Reporter> {
  if (!given) return before;
  const { person } = await whoAndWhere({ houseId, projectId, reporter: given });
  const name = given.name ?? person?.name;
  if (!name) throw badRequest("Who reports this?", "reporter.name");
  return {
    ...{ residentId: person?.residentId, name },
    ...{ phone: given.phone ?? person?.phone, email: given.email ?? person?.email },
    locale: given.locale ?? person?.locale ?? before.locale,
  };
}

const ways = ({ phone, email }: Reporter) => [phone, email].filter((way) => way !== undefined);

/** Whether what was sent to one went to somebody whom a ticket is not of. */
export const isSomebodyElse = (before: Reporter, after: Reporter) =>
  ways(before).some((way) => !ways(after).includes(way));

/** Whether two are the same person, reached the same ways. */
export const isSame = (one: Reporter, other: Reporter) =>
  (["residentId", "name", "phone", "email", "locale"] as const).every((part) => one[part] === other[part]);
