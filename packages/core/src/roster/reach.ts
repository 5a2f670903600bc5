import { needReach } from "../member/scope";
import { Roster, type RosterItem } from "./roster.entity";

/** A roster of the member's projects. Throws `not_found` for any other. */
export async function needRoster(rosterId: string): Promise<RosterItem> {
  const roster = await Roster.need({ rosterId });
  needReach(roster.projectId);
  return roster;
}
