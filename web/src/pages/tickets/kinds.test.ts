import { rolePermissions, roles } from "@frontdesk/core/member/role";
import { ticketKinds } from "@frontdesk/core/ticket/kind";
import { expect, test } from "vitest";
import { kinds } from "./kinds";
import { worksOnTickets } from "./workers";

test("kinds are those of the server, in its order", () => {
  expect(kinds).toEqual([...ticketKinds]);
});

test("work is given to the roles that the server lets work", () => {
  for (const role of roles) expect(worksOnTickets(role)).toBe(rolePermissions[role].has("ticket.work"));
});
