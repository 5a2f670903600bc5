import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search";

test("values stay the strings they are", () => {
  expect(parseSearch("?token=0012&flag=true&big=1e5")).toEqual({ token: "0012", flag: "true", big: "1e5" });
});

test("what is written is read back; nothing is written for nothing", () => {
  const search = { next: "/a?b=c&d#e", page: 2, open: false, name: "王 & 李" };
  expect(parseSearch(stringifySearch(search))).toEqual({
    next: "/a?b=c&d#e",
    page: "2",
    open: "false",
    name: "王 & 李",
  });
  expect(stringifySearch({ a: undefined, b: null, c: "" })).toBe("");
});
