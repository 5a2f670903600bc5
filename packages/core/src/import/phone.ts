import { phone } from "../resident/resident.entity";

/**
 * A cleaned phone in E.164, the form it is kept in: "13910236000" → "+8613910236000", "057188886666-801" →
 * "+8657188886666" (an extension has no place in it). Undefined for what is no phone in that form.
 */
export function internationalPhone(cleaned: string): string | undefined {
  const [line = ""] = cleaned.split("-");
  const text = line.startsWith("+") ? line : `+86${line.replace(/^0/, "")}`;
  return phone.safeParse(text).success ? text : undefined;
}
