import { badRequest, conflict, notFound } from "../error";
import { type TicketKind, ticketKinds } from "../ticket/kind";
import { type Category, mostCategories, type OwnCategory } from "./category.entity";
import { type Changes, categoryIn, seedOf, type Tree, treeOf } from "./tree";

/** What may be said of a category. */
type Said = Omit<Category, "kind" | "code">;

const ownCode = /^own(\d+)$/;

/** The next code that no category of the firm has ever had. */
function nextCode({ categories }: Changes): string {
  const taken = categories.map(({ code }) => Number(ownCode.exec(code)?.[1] ?? 0));
  return `own${Math.max(0, ...taken) + 1}`;
}

/** With one category more, under each of the kinds by the same code. Throws `conflict` for a name that is taken. */
export function withAdded(changes: Changes, kinds: readonly TicketKind[], said: Said): Changes {
  const code = nextCode(changes);
  const added = [...new Set(kinds)].map((kind) => ({ kind, code, ...said }));
  return sound({ ...changes, categories: [...changes.categories, ...added] });
}

/**
 * With a category as it is said to be now; what it has in common with its seed is left to the seed. Throws `not_found`
 * for an unknown one, `conflict` for a name that is taken, `bad_request` where none would be left.
 */
export function withChanged(changes: Changes, kind: TicketKind, code: string, said: Partial<Said>): Changes {
  const before = categoryIn(treeOf(changes), kind, code);
  if (!before) throw notFound();
  const own = differing({ ...before, ...said }, seedOf(kind, code));
  const others = changes.categories.filter((one) => one.kind !== kind || one.code !== code);
  return sound({ ...changes, categories: own ? [...others, own] : others });
}

const fields = ["names", "trade", "urgent", "retired", "projectKinds"] as const;

/** What a category says otherwise than its seed; undefined for nothing. */
function differing(next: Category, seed: Category | undefined): OwnCategory | undefined {
  if (!seed) return next;
  const other = fields.filter((field) => JSON.stringify(next[field]) !== JSON.stringify(seed[field]));
  if (other.length === 0) return undefined;
  const { kind, code } = next;
  return { kind, code, ...Object.fromEntries(other.map((field) => [field, next[field]])) };
}

/** With the categories of a kind in this order. Throws `bad_request` for a code that the kind does not have. */
export function withOrder(changes: Changes, kind: TicketKind, codes: readonly string[]): Changes {
  const tree = treeOf(changes);
  if (codes.some((code) => !categoryIn(tree, kind, code)))
    throw badRequest("This kind has no such category", "codes");
  return { ...changes, order: { ...changes.order, [kind]: [...new Set(codes)] } };
}

/** The changes, where what they make can be chosen from. */
function sound(changes: Changes): Changes {
  if (changes.categories.length > mostCategories) throw badRequest("There are too many categories");
  const offered = treeOf(changes).filter(({ retired }) => !retired);
  for (const kind of ticketKinds) {
    const siblings = offered.filter((one) => one.kind === kind);
    if (siblings.length === 0) throw badRequest("A kind keeps one category at least", "retired");
    needNamesApart(siblings);
  }
  return changes;
}

function needNamesApart(siblings: Tree) {
  for (const language of ["zh-CN", "en"] as const) {
    const names = siblings.map(({ names }) => names[language].toLowerCase());
    if (new Set(names).size < names.length)
      throw conflict("Another category of this kind has this name", `names.${language}`);
  }
}
