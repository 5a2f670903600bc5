import type { FormInstance } from "antd";
import { ApiError } from "./error";

type NamePath = (string | number)[];

/** "items.0.price" → ["items", 0, "price"], the way antd names form items. */
export const namePathOf = (field: string): NamePath =>
  field.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/** The parts of a form that an error is laid on. */
export type FormErrors = Pick<FormInstance, "getFieldsError" | "setFields" | "scrollToField">;

/**
 * Lays an answer's error onto the form item its `field` names, or the nearest one above it.
 * Returns false when the form has no such item: the error must then be told elsewhere.
 */
export function showOnForm(form: FormErrors, error: unknown): boolean {
  if (!(error instanceof ApiError) || !error.field || error.message === "") return false;
  const known = new Set(form.getFieldsError().map((item) => JSON.stringify(item.name)));
  const path = namePathOf(error.field);
  for (let length = path.length; length > 0; length--) {
    const name = path.slice(0, length);
    if (!known.has(JSON.stringify(name))) continue;
    form.setFields([{ name, errors: [withoutField(error.message, error.field)] }]);
    form.scrollToField(name, { block: "center", focus: true });
    return true;
  }
  return false;
}

// Beside the item it is about, the server's name for it would only puzzle.
function withoutField(message: string, field: string): string {
  if (!message.startsWith(field)) return message;
  return message.slice(field.length).replace(/^[:\uff1a]\s*/, "");
}
