import { type Role, rolePermissions } from "@frontdesk/core/member/role";
import { expect, test } from "vitest";
import { searchOfTab, tabOf, tabsOf } from "./tabs";

const tabsAs = (role: Role) => tabsOf([...rolePermissions[role]]);

test("each role has the lists of what it does", () => {
  expect(tabsAs("technician")).toEqual(["mine", "open", "all"]);
  expect(tabsAs("area_manager")).toEqual(["mine", "open", "call", "all"]);
  expect(tabsAs("front_desk")).toEqual(["mine", "open", "overdue", "call", "all"]);
  expect(tabsAs("project_manager")).toEqual(["mine", "open", "overdue", "call", "decide", "all"]);
  expect(tabsAs("headquarters")).toEqual(["mine", "open", "overdue", "call", "decide", "all"]);
  expect(tabsAs("auditor")).toEqual(["open", "overdue", "all"]);
  expect(tabsAs("finance")).toEqual(["open", "all"]);
});

test("each tab has an address that leads to it, narrowed as before", () => {
  for (const tab of tabsAs("headquarters")) {
    const search = searchOfTab(tab, { show: "open", overdue: "yes", kind: "repair" });
    expect([tabOf(search), search.kind]).toEqual([tab, "repair"]);
  }
  expect(tabOf({})).toBe("open");
  expect(tabOf({ show: "completed" })).toBeUndefined();
});
