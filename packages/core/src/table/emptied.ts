type Emptied<T> = { [K in keyof T]: null extends T[K] ? Exclude<T[K], null> | undefined : T[K] };

/** Changes whose nulls, by which a correction empties a field, are the undefined that takes it away (Work.patch). */
export const emptied = <T extends object>(changes: T): Emptied<T> =>
  Object.fromEntries(
    Object.entries(changes).map(([name, value]) => [name, value ?? undefined]),
  ) as Emptied<T>;
