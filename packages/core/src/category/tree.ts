import { type ProjectKind, projectKinds } from "../project/project.entity";
import { type TicketKind, ticketKinds } from "../ticket/kind";
import type { Category, OwnCategory } from "./category.entity";
import { type Seed, seeds } from "./seed";

/** What a firm changed of its categories. */
export type Changes = {
  categories: readonly OwnCategory[];
  order: Partial<Record<TicketKind, readonly string[]>>;
};
/** The categories of every kind, in the order they are offered, retired ones among them. */
export type Tree = readonly Category[];

const seeded = (kind: TicketKind, { projectKinds: offered, ...seed }: Seed): Category => ({
  ...{ kind, ...seed, projectKinds: [...offered], urgent: kind === "emergency", retired: false },
});

/** A category as it comes with the service; undefined for one that a firm added. */
export function seedOf(kind: TicketKind, code: string): Category | undefined {
  const seed = seeds[kind].find((one) => one.code === code);
  return seed && seeded(kind, seed);
}

const isOf = (kind: TicketKind, code: string) => (one: Pick<Category, "kind" | "code">) =>
  one.kind === kind && one.code === code;

/** The seeds with a firm's changes laid over them, and its own beside them. */
export function treeOf({ categories, order }: Changes): Tree {
  return ticketKinds.flatMap((kind) => {
    const laid = seeds[kind].map((seed): Category => {
      const own = categories.find(isOf(kind, seed.code));
      return { ...seeded(kind, seed), ...own };
    });
    const added = categories.flatMap((own) =>
      own.kind === kind && !seedOf(kind, own.code) ? [whole(own)] : [],
    );
    return ordered([...laid, ...added], order[kind] ?? []);
  });
}

/** An added category has everything said of it; what is stored otherwise is shown by its code. */
const whole = ({ kind, code, ...said }: OwnCategory): Category => ({
  names: { "zh-CN": code, en: code },
  trade: "front_desk",
  urgent: false,
  retired: false,
  projectKinds: [...projectKinds],
  ...said,
  kind,
  code,
});

/** In the order named; what it does not name stays where it was, as far as that goes: the general one is the last. */
function ordered(all: readonly Category[], names: readonly string[]): Category[] {
  const rank = ({ code }: Category) => {
    const at = names.indexOf(code);
    if (at >= 0) return at;
    return code === "other" ? names.length + 1 : names.length;
  };
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** The category of this code under a kind, retired or not. */
export const categoryIn = (tree: Tree, kind: TicketKind, code: string): Category | undefined =>
  tree.find(isOf(kind, code));

/** What may be chosen in a project of this kind. */
export const offeredIn = (tree: Tree, projectKind: ProjectKind): Category[] =>
  tree.filter(({ retired, projectKinds: offered }) => !retired && offered.includes(projectKind));
