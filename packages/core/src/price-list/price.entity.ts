import * as z from "zod";
import { localDate } from "../clock";
import { idOf } from "../id";
import { fen } from "../money";
import { entity } from "../table/entity";
import { unit } from "./unit";

const name = z.string().trim().min(1).max(40);
/** What a service or material is called in either language. */
export const priceNames = z.strictObject({ "zh-CN": name, en: name });

export const priceParts = ["labour", "material"] as const;
/** A hundred thousand yuan for one unit of anything. */
export const unitPrice = fen.max(10_000_000);

/** What is said of a price. */
export const priceFields = z.object({
  /** Work that is done, or what is used up by it. */
  part: z.enum(priceParts),
  names: priceNames,
  unit,
  /** Fen for one unit. */
  unitFen: unitPrice,
  /** Of work: what is used up by it is paid for besides. */
  materialExtra: z.boolean(),
  /** The first and the last local day it holds; without them it always does. */
  from: localDate.optional(),
  to: localDate.optional(),
  disabled: z.boolean(),
});

/** A price's code: of one that comes with the service a word, of a firm's own like own1. */
export const priceCode = z.string().regex(/^[a-z][A-Za-z0-9]{1,29}$/, "must be a price's code like tap");

export const priceSchema = priceFields.extend({ code: priceCode });
export type Price = z.output<typeof priceSchema>;

/** So many prices a firm has at most, and so many a project of its own. */
export const mostPrices = 300;

/**
 * What a firm says of a price, or says of it for one project, in full: prices that come with the service may be
 * bettered without changing one that a firm has looked at. All lie in one partition, each project's together.
 */
export const OwnPrice = entity({
  name: "price",
  schema: priceSchema.extend({ projectId: idOf("project").optional() }),
  key: ({ projectId, code }: { projectId?: string; code: string }) => [
    ["priceList"],
    `${projectId ?? "firm"}#${code}`,
  ],
});
