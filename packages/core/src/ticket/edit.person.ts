import { badRequest } from "../error";
import { House } from "../house/house.entity";
import { needReach } from "../member/scope";
import { whoAndWhere } from "./household";
import type { TicketItem } from "./ticket.entity";

type Reporter = TicketItem["reporter"];
type Place = Pick<TicketItem, "houseId" | "houseCode">;

/**
 * The house that a ticket turned out to be of; none for null. Throws `not_found` out of reach, `bad_request` for one of another project,
 * under which its number, its figures and its people stand.
 */
export async function whereAfter(
  ticket: TicketItem,
  { houseId }: { houseId?: string | null },
): Promise<Place> {
  if (houseId === null) return {};
  if (houseId === undefined || houseId === ticket.houseId)
    return { houseId: ticket.houseId, houseCode: ticket.houseCode };
  const house = await House.need({ houseId });
  needReach(house.projectId);
  if (house.projectId !== ticket.projectId)
    throw badRequest("This house is of another project: void this ticket and register it there", "houseId");
  return { houseId, houseCode: house.code };
}

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
