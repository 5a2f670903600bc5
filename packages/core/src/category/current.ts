import { badRequest } from "../error";
import { recent } from "../recent";
import type { TicketKind } from "../ticket/kind";
import { type Category, OwnCategories } from "./category.entity";
import { categoryIn, type Tree, treeOf } from "./tree";

const trees = recent<Tree>(async () =>
  treeOf((await OwnCategories.get({})) ?? { categories: [], order: {} }),
);

/** The acting tenant's categories, at most a minute old: registering a ticket does not read them anew each time. */
export const categoryTree = (): Promise<Tree> => trees.of("");

/** Lets the next reading see what was just set. */
export const forgetCategories = trees.forget;

/** The category of this code under a kind, retired or not; looked up anew where it is not known yet. */
export async function categoryOf(kind: TicketKind, code: string): Promise<Category | undefined> {
  const known = categoryIn(await categoryTree(), kind, code);
  if (known) return known;
  forgetCategories();
  return categoryIn(await categoryTree(), kind, code);
}

/** A category that a new ticket of this kind may have. Throws `bad_request` for an unknown or retired one. */
export async function needCategory(kind: TicketKind, code: string): Promise<Category> {
  const found = await categoryOf(kind, code);
  if (!found || found.retired) throw badRequest("This kind has no such category", "category");
  return found;
}
