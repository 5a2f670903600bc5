import { expect, test } from "vitest";
import { servedAs } from "./paths";

test("the worker serves the members' app and nothing else", () => {
  const page = ["/", "/tickets", "/tickets/tkt_1", "/settings/audit", "/rosters", "/surveys/cmp_1"];
  expect(page.map(servedAs)).toEqual(page.map(() => "page"));
  expect(servedAs("/assets/app-1a2b.js")).toBe("file");
  const others = ["/api/session", "/api", "/r/abc", "/s/abc", "/t/abc", "/b/abc", "/u/abc", "/dev/messages"];
  for (const path of [...others, "/files", "/files?key=1", "/sw.js", "/favicon.ico"])
    expect(servedAs(path.split("?")[0] ?? ""), path).toBeUndefined();
});
