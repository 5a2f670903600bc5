import { useTenantId } from "./context";

const most = 10_000;

/**
 * Whether something of the acting tenant is there, which then stays: `look` is asked until it was seen once, and no
 * more in this process.
 */
export function seen<T>(look: (what: T) => Promise<boolean>): (what: T, name: string) => Promise<boolean> {
  const known = new Set<string>();
  return async (what, name) => {
    const key = `${useTenantId()}#${name}`;
    if (known.has(key)) return true;
    if (!(await look(what))) return false;
    if (known.size > most) known.clear();
    known.add(key);
    return true;
  };
}
