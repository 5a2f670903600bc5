import { useTenantId } from "./context";

const keptMs = 60_000;
const most = 10_000;

/** What was read of the acting tenant a short while ago; `forget` lets the next asking read anew. */
export type Recent<T> = { of: (name: string) => Promise<T>; forget: () => void };

/**
 * Reads by a name within the acting tenant, at most once a minute in this process: what every act needs and hardly
 * ever changes. A failed reading is not kept.
 */
export function recent<T>(read: (name: string) => Promise<T>): Recent<T> {
  const kept = new Map<string, { value: Promise<T>; until: number }>();
  const of = (name: string) => {
    const key = `${useTenantId()}#${name}`;
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.value;
    const value = read(name);
    if (kept.size > most) kept.clear();
    kept.set(key, { value, until: Date.now() + keptMs });
    value.catch(() => kept.delete(key));
    return value;
  };
  return { of, forget: () => kept.clear() };
}
