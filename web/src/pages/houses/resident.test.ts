import { expect, test } from "vitest";
import { correction, newPerson } from "./resident";

const typed = { name: " Lin ", phone: "138 0000 1111", email: " ", locale: "zh-CN", keyCare: "" } as const;

test("a new person has what was filled in, the phone in one form", () => {
  expect(newPerson(typed)).toEqual({ name: "Lin", phone: "+8613800001111", locale: "zh-CN" });
});

test("a correction empties what was left empty", () => {
  expect(correction({ ...typed, phone: "" })).toEqual({
    name: "Lin",
    phone: null,
    email: null,
    locale: "zh-CN",
    keyCare: null,
  });
});
