import * as z from "zod";
import type { Work } from "../table/work";
import { categoryCode, ticketKind, ticketKinds } from "../ticket/kind";
import { verb } from "../verb";
import { categoryFields, categorySchema, mostCategories, OwnCategories } from "./category.entity";
import { withAdded, withChanged, withOrder } from "./change";
import { forgetCategories } from "./current";
import { type Changes, categoryIn, seedOf, treeOf } from "./tree";

/** Kind by kind, in the order they are offered, retired ones among them; `added` are the firm's own. */
const view = z.object({ items: z.array(categorySchema.extend({ added: z.boolean() })) });

/** The firm's categories. */
export const listCategories = verb({
  name: "category.list",
  may: "ticket.read",
  input: z.strictObject({}),
  output: view,
  run: async () => shown((await OwnCategories.get({})) ?? none),
});

/** Adds a category under one or several kinds. */
export const addCategory = verb({
  name: "category.add",
  may: "tenant.manage",
  input: z.strictObject({
    kinds: z.array(ticketKind).min(1).max(ticketKinds.length),
    ...categoryFields.omit({ retired: true }).shape,
  }),
  output: view,
  run: ({ kinds, ...said }, work) => {
    work.about(work.tenantId, undefined, said.names["zh-CN"]);
    return change(work, (changes) => withAdded(changes, kinds, { ...said, retired: false }));
  },
});

/** Changes what is said of a category, or retires it, or offers it again. Tickets that have it show it so. */
export const changeCategory = verb({
  name: "category.change",
  may: "tenant.manage",
  input: z.strictObject({ kind: ticketKind, code: categoryCode, ...categoryFields.partial().shape }),
  output: view,
  run: ({ kind, code, ...said }, work) => {
    const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
    return change(work, (changes) => {
      const next = withChanged(changes, kind, code, given);
      work.about(work.tenantId, undefined, categoryIn(treeOf(next), kind, code)?.names["zh-CN"]);
      return next;
    });
  },
});

/** Sets the order in which the categories of a kind are offered. */
export const orderCategories = verb({
  name: "category.order",
  may: "tenant.manage",
  input: z.strictObject({ kind: ticketKind, codes: z.array(categoryCode).max(mostCategories) }),
  output: view,
  run: ({ kind, codes }, work) => {
    work.about(work.tenantId);
    return change(work, (changes) => withOrder(changes, kind, codes));
  },
});

const none: Changes = { categories: [], order: {} };

function shown(changes: Changes): z.output<typeof view> {
  return {
    items: treeOf(changes).map((one) => ({ ...one, added: seedOf(one.kind, one.code) === undefined })),
  };
}

async function change(work: Work, by: (changes: Changes) => Changes): Promise<z.output<typeof view>> {
  const own = await OwnCategories.get({});
  const { categories, order } = by(own ?? none);
  const next = { categories: [...categories], order: mutable(order) };
  if (own) work.patch(OwnCategories, own, next);
  else work.create(OwnCategories, next, "race");
  work.onSettled((committed) => committed && forgetCategories());
  return shown(next);
}

const mutable = (order: Changes["order"]) =>
  Object.fromEntries(Object.entries(order).map(([kind, codes]) => [kind, [...codes]]));
