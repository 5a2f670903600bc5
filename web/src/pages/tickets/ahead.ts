import type { Text } from "../../i18n/text";
import { instantOf } from "../../ui/wallTime";

/** Whether a wall time of the firm's lies ahead, as a form's field is held to; an empty one only where it may be. */
export const aheadIn =
  (zone: string, text: Text, mayBeEmpty = false) =>
  (_: unknown, wall: string | undefined) => {
    if (!wall && mayBeEmpty) return Promise.resolve();
    const at = wall ? instantOf(wall, zone) : undefined;
    if (!at) return Promise.reject(new Error(text("tickets:rule.time")));
    const past = Date.parse(at) <= Date.now();
    return past ? Promise.reject(new Error(text("tickets:rule.ahead"))) : Promise.resolve();
  };
