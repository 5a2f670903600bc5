import { rolePermissions, roles } from "@frontdesk/core/member/role";
import { categories, ticketKinds } from "@frontdesk/core/ticket/kind";
import { expect, test } from "vitest";
import { categoriesOf, categoryName, kinds } from "./kinds";
import { worksOnTickets } from "./workers";

test("kinds and categories are those of the server, in its order", () => {
  expect(kinds).toEqual([...ticketKinds]);
  for (const kind of ticketKinds) expect(categoriesOf[kind]).toEqual(Object.keys(categories[kind]));
});

test("a category that is not known is called other", () => {
  expect(categoryName("lift")).toBe("lift");
  expect(categoryName("teleporter")).toBe("other");
});

test("work is given to the roles that the server lets work", () => {
  for (const role of roles) expect(worksOnTickets(role)).toBe(rolePermissions[role].has("ticket.work"));
});
