import * as z from "zod";
import { trade } from "../member/member.entity";
import { projectKind } from "../project/project.entity";
import { entity } from "../table/entity";
import { categoryCode, ticketKind } from "../ticket/kind";

const name = z.string().trim().min(1).max(30);

/** What is said of a category. */
export const categoryFields = z.object({
  names: z.strictObject({ "zh-CN": name, en: name }),
  /** Who usually sees to it. */
  trade,
  /** A ticket of it is urgent unless somebody says otherwise. */
  urgent: z.boolean(),
  /** Not offered any more; the tickets that have it keep it. */
  retired: z.boolean(),
  /** The kinds of projects it is offered in. */
  projectKinds: z.array(projectKind).min(1).max(projectKind.options.length),
});

export const mostCategories = 300;

/** Where a category stands: under its kind. */
const place = { kind: ticketKind, code: categoryCode };

/** A category with all that is said of it. */
export const categorySchema = categoryFields.extend(place);
export type Category = z.output<typeof categorySchema>;

/** What a firm says of a category: of a seeded one only what differs, of one of its own everything. */
export const ownCategorySchema = categoryFields.partial().extend(place);
export type OwnCategory = z.output<typeof ownCategorySchema>;

/** All that a firm changed of its categories: one small item, so that the seeds may improve beneath it. */
export const OwnCategories = entity({
  name: "categories",
  schema: z.object({
    categories: z.array(ownCategorySchema).max(mostCategories),
    /** The order of a kind's categories, by code; those it does not name follow in the order of the seeds. */
    order: z.partialRecord(ticketKind, z.array(categoryCode).max(mostCategories)),
  }),
  key: (_: { tenantId?: string }) => [["categories"], "categories"],
});
