import type { ItemOf } from "../table/entity";
import { OwnPrice, type Price } from "./price.entity";
import { seeds } from "./seed";

/** A price where it holds: the firm's, or (`own`) a project's own. */
export type Listed = Price & { own: boolean };
type Own = Pick<ItemOf<typeof OwnPrice>, keyof Price | "projectId">;

/**
 * The price list of a project, or (without one) of the firm: what comes with the service, instead of it what the firm
 * says, and before both what it says for the project. New ones stand behind what comes with the service.
 */
export function listOf(own: readonly Own[], projectId?: string): Listed[] {
  const byCode = new Map<string, Listed>(seeds.map((seed) => [seed.code, { ...seed, own: false }]));
  const said = (of: string | undefined) => own.filter((one) => one.projectId === of);
  for (const { projectId: _, ...price } of said(undefined)) byCode.set(price.code, { ...price, own: false });
  if (projectId)
    for (const { projectId: _, ...price } of said(projectId)) byCode.set(price.code, { ...price, own: true });
  return [...byCode.values()];
}

/** Whether a price holds on a local day. */
export const holds = (
  { disabled, from = "", to = "9" }: Pick<Price, "disabled" | "from" | "to">,
  on: string,
) => !disabled && from <= on && on <= to;

/** All that a firm says of its prices. */
export async function ownPrices() {
  const found = [];
  for await (const one of OwnPrice.all("table", ["priceList"])) found.push(one);
  return found.sort((a, b) => a.code.localeCompare(b.code, "en", { numeric: true }));
}
