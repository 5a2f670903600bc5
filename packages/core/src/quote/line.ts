import * as z from "zod";
import { badRequest } from "../error";
import { fen, timesHundredths } from "../money";
import type { Listed } from "../price-list/list";
import { holds } from "../price-list/list";
import { type Price, priceCode, priceNames, priceParts, unitPrice } from "../price-list/price.entity";
import { quantity, unit } from "../price-list/unit";

export const maxLines = 30;

/** So much of something at a price: amount = unitFen × hundredths / 100, rounded half up to whole fen. */
export const lineSchema = z.object({
  part: z.enum(priceParts),
  /** Of the price list; without it the names are somebody's own words. */
  code: priceCode.optional(),
  names: priceNames,
  unit,
  hundredths: quantity,
  unitFen: unitPrice,
  amount: fen,
});
export type Line = z.output<typeof lineSchema>;

/** Materials that stand in no price list, in one's own words; what is free costs nothing. */
export const ownMaterial = z.strictObject({
  name: priceNames.shape["zh-CN"],
  unit,
  hundredths: quantity,
  unitFen: unitPrice,
});
/** So much of what the price list has. */
const listed = z.strictObject({ code: priceCode, hundredths: quantity });

/** What is said of a line: its price stands in the list, but for materials of one's own. */
export const lineInput = z.union([listed, ownMaterial]);

/** Lines by a price list as it holds on a local day. Throws `bad_request` for what it does not have then. */
export function linesBy(
  list: readonly Listed[],
  on: string,
  given: readonly z.output<typeof lineInput>[],
): Line[] {
  const prices = new Map(list.filter((one) => holds(one, on)).map((one) => [one.code, one]));
  return given.map((one, at) => {
    if (!("code" in one)) return lineOf(one, { ...one, part: "material", names: alike(one.name) });
    const price = prices.get(one.code);
    if (!price) throw badRequest("The price list has no such price now", `lines.${at}.code`);
    return { ...lineOf(one, price), code: one.code };
  });
}

const alike = (name: string) => ({ "zh-CN": name, en: name });

function lineOf(
  { hundredths }: { hundredths: number },
  { part, names, unit: of, unitFen }: Pick<Price, "part" | "names" | "unit" | "unitFen">,
): Line {
  return { part, names, unit: of, hundredths, unitFen, amount: timesHundredths(unitFen, hundredths) };
}

/** What lines come to, fen; of one part of them, where it is named. */
export const totalOf = (lines: readonly Pick<Line, "amount" | "part">[], part?: Line["part"]) =>
  lines.reduce((sum, line) => (part && line.part !== part ? sum : sum + line.amount), 0);
