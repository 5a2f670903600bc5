/** So long what somebody wrote and did not send is kept. */
const keptMs = 24 * 3_600_000;

/** Reaching for it may fail, too. */
type Shelf = () => Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** What was written under this name and not sent, less than a day ago. */
export function readDraft<T>(shelf: Shelf, name: string, now = Date.now()): T | undefined {
  try {
    const { at, fields } = JSON.parse(shelf().getItem(name) ?? "{}") as { at?: number; fields?: T };
    return at !== undefined && now - at < keptMs ? fields : undefined;
  } catch {
    // Nothing is kept, as in some private windows, or it is broken.
    return undefined;
  }
}

/** Keeps what was written; nothing, once it was sent. */
export function keepDraft(shelf: Shelf, name: string, fields: unknown, now = Date.now()): void {
  try {
    if (fields === undefined) shelf().removeItem(name);
    else shelf().setItem(name, JSON.stringify({ at: now, fields }));
  } catch {
    // Then it lasts as long as the page.
  }
}
