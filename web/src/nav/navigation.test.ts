import { describe, expect, test } from "vitest";
import { type NavPage, navigationOf, placeOf } from "./navigation";

const pages: NavPage[] = [
  { path: "/settings", title: "nav:settings", section: "settings", permission: "tenant.manage" },
  { path: "/tickets", title: "nav:tickets", section: "tickets", permission: "ticket.read" },
  { path: "/tickets/new", title: "nav:tickets", section: "tickets", permission: "ticket.register" },
  { path: "/tickets/$ticketId", title: "nav:tickets", section: "tickets", permission: "ticket.read" },
  { path: "/", title: "nav:home", section: "home" },
  { path: "/sign-in", title: "auth:signIn.title" },
];
const shape = (entries: ReturnType<typeof navigationOf>) =>
  entries.map(({ section, pages: own }) => [section, ...own.map(({ path }) => path)]);

describe("the navigation", () => {
  test("has the entries' order, and only entries with pages", () => {
    const all = navigationOf(pages, ["tenant.manage", "ticket.read", "ticket.register"]);
    expect(shape(all)).toEqual([
      ["home", "/"],
      ["tickets", "/tickets", "/tickets/new"],
      ["settings", "/settings"],
    ]);
  });

  test("leaves out what a member may not open", () => {
    expect(shape(navigationOf(pages, ["ticket.register"]))).toEqual([
      ["home", "/"],
      ["tickets", "/tickets/new"],
    ]);
    expect(shape(navigationOf(pages, []))).toEqual([["home", "/"]]);
  });
});

describe("the place one is in", () => {
  const entries = navigationOf(pages, ["tenant.manage", "ticket.read", "ticket.register"]);

  test.each([
    ["/", { section: "home", path: "/" }],
    ["/tickets", { section: "tickets", path: "/tickets" }],
    ["/tickets/new", { section: "tickets", path: "/tickets/new" }],
    ["/tickets/tkt_1", { section: "tickets", path: "/tickets" }],
    ["/ticketsoffice", null],
    ["/elsewhere", null],
  ])("%s", (pathname, expected) => {
    expect(placeOf(entries, pathname)).toEqual(expected);
  });
});
