import type { FormInstance } from "antd";
import { describe, expect, test, vi } from "vitest";
import { ApiError } from "./error";
import { type FormErrors, namePathOf, showOnForm } from "./formErrors";

const errorAt = (field: string | undefined, message = "too long") =>
  new ApiError({ status: 400, code: "bad_request", message, field });

function formWith(...names: (string | number)[][]) {
  const setFields = vi.fn<FormInstance["setFields"]>();
  const form: FormErrors = {
    getFieldsError: () => names.map((name) => ({ name, errors: [], warnings: [] })),
    setFields,
    scrollToField: vi.fn(),
  };
  return { form, setFields };
}

describe("showOnForm", () => {
  test("lays the message on the item named", () => {
    const { form, setFields } = formWith(["name"], ["items", 0, "fen"]);
    expect(showOnForm(form, errorAt("items.0.fen"))).toBe(true);
    expect(setFields).toHaveBeenCalledWith([{ name: ["items", 0, "fen"], errors: ["too long"] }]);
  });

  test("lays it on the nearest item above", () => {
    const { form, setFields } = formWith(["projectIds"]);
    expect(showOnForm(form, errorAt("projectIds.3"))).toBe(true);
    expect(setFields).toHaveBeenCalledWith([{ name: ["projectIds"], errors: ["too long"] }]);
  });

  test.each([
    ["an item it does not have", errorAt("email")],
    ["no field", errorAt(undefined)],
    ["no words", errorAt("name", "")],
    ["another kind of error", new Error("bug")],
  ])("leaves the telling to others for %s", (_, error) => {
    const { form, setFields } = formWith(["name"]);
    expect(showOnForm(form, error)).toBe(false);
    expect(setFields).not.toHaveBeenCalled();
  });
});

test("namePathOf tells positions from names", () => {
  expect(namePathOf("lines.12.price2")).toEqual(["lines", 12, "price2"]);
});
