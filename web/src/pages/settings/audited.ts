import type { TextKey } from "../../i18n/text";

/** The kinds of record that an audit entry may be about, by the letters its id begins with. */
const kinds = {
  ten: "tenant",
  usr: "user",
  mem: "member",
  inv: "invitation",
  prj: "project",
  hou: "house",
  res: "resident",
  tkt: "ticket",
  let: "letter",
  rpl: "reply",
  ros: "roster",
  hov: "handover",
  att: "attachment",
  cmp: "campaign",
  siv: "answer",
  chs: "standard",
  run: "run",
  bil: "bill",
  pay: "payment",
  imp: "import",
  msg: "message",
} as const;

export type SubjectKind = (typeof kinds)[keyof typeof kinds];

/** What kind of record an id names; undefined for one that is none of these. */
export const kindOf = (id: string): SubjectKind | undefined => kinds[id.split("_")[0] as keyof typeof kinds];

/** The text that names an act; undefined for one without words, which is then shown by its own name. */
export function actKey(verb: string, has: (key: string) => boolean): TextKey | undefined {
  const key = `audit:verb.${verb}`;
  return has(key) ? (key as TextKey) : undefined;
}

/** The parts of a detail: name and value of each change, or one value without a name; empty for none. */
export function partsOf(detail: string | undefined, verb: string): { name?: string; value: unknown }[] {
  // The act of a ticket stands in its verb already.
  if (!detail || verb.endsWith(`.${detail}`)) return [];
  const changes = recordIn(detail);
  if (!changes) return [{ value: detail }];
  return Object.entries(changes).map(([name, value]) => ({ name, value }));
}

function recordIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Most details are words, not records.
  }
  return undefined;
}
