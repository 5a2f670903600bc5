import * as z from "zod";
import { dateOf, isoNow } from "../clock";
import { useActor } from "../context";
import { badRequest, conflict, forbidden, notFound } from "../error";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { holds, type Listed, listOf, ownPrices } from "./list";
import { mostPrices, OwnPrice, priceCode, priceFields, priceSchema } from "./price.entity";

/** A price list; `own` is what a project has of its own, `holds` what may be quoted today. */
const view = z.object({
  items: z.array(priceSchema.extend({ own: z.boolean(), holds: z.boolean() })),
});
/** Of which project; of the firm without. */
const of = { projectId: idOf("project").optional() };

/** The firm's price list, or that of a project. */
export const listPrices = verb({
  name: "price.list",
  may: "ticket.read",
  input: z.strictObject(of),
  output: view,
  run: async ({ projectId }) => {
    if (projectId) await needProject(projectId);
    return shown(listOf(await ownPrices(), projectId));
  },
});

/** Adds a price, for all projects or for one. */
export const addPrice = verb({
  name: "price.add",
  may: "fee.manage",
  input: z.strictObject({ ...of, ...priceFields.omit({ disabled: true }).shape }),
  output: view,
  run: async ({ projectId, ...said }, work) => {
    await needSay(projectId);
    const all = await ownPrices();
    const own = all.filter((one) => one.projectId === projectId);
    if (own.length >= mostPrices) throw badRequest("There are too many prices");
    const price = sound(listOf(all, projectId), { ...said, code: nextCode(all), disabled: false });
    const added = work.create(OwnPrice, { ...price, projectId }, "race");
    note(work, projectId, added, said);
    return shown(listOf([...all, added], projectId));
  },
});

const { part: _part, ...changeable } = priceFields.partial().shape;

/**
 * Changes a price for all projects or for one, or takes it out of use. What was quoted stays as it was quoted. `null`
 * takes a day away.
 */
export const changePrice = verb({
  name: "price.change",
  may: "fee.manage",
  input: z.strictObject({
    ...of,
    ...{ code: priceCode, ...changeable },
    from: changeable.from.nullable(),
    to: changeable.to.nullable(),
  }),
  output: view,
  run: async ({ projectId, code, ...given }, work) => {
    await needSay(projectId);
    const all = await ownPrices();
    const list = listOf(all, projectId);
    const before = list.find((one) => one.code === code);
    if (!before) throw notFound();
    const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const { own: _, ...price } = sound(list, priced({ ...before, ...said }));
    const known = all.find((one) => one.code === code && one.projectId === projectId);
    const cleared = { from: undefined, to: undefined };
    const next = known
      ? work.patch(OwnPrice, known, { ...cleared, ...price })
      : work.create(OwnPrice, { ...price, projectId }, "race");
    note(work, projectId, next, said);
    return shown(listOf([...all.filter((one) => one !== known), next], projectId));
  },
});

/** Lets a project go by the firm's price again, or be without one that it alone had. */
export const dropPrice = verb({
  name: "price.drop",
  may: "fee.manage",
  input: z.strictObject({ projectId: idOf("project"), code: priceCode }),
  output: view,
  run: async ({ projectId, code }, work) => {
    await needSay(projectId);
    const all = await ownPrices();
    const own = all.find((one) => one.code === code && one.projectId === projectId);
    if (!own) throw notFound();
    work.remove(OwnPrice, own);
    note(work, projectId, own, {});
    return shown(
      listOf(
        all.filter((one) => one !== own),
        projectId,
      ),
    );
  },
});

/** Prices of one project are for those who work in it; those of the firm for those who work in all. */
async function needSay(projectId: string | undefined) {
  if (projectId) return needProject(projectId);
  const actor = useActor();
  if (actor.type === "member" && actor.projectIds !== "all") throw forbidden();
}

const priced = <P extends { from?: string | null; to?: string | null }>({ from, to, ...price }: P) => ({
  ...price,
  ...(from && { from }),
  ...(to && { to }),
});

type Priced = z.output<typeof priceSchema>;

/** The price, where it can stand in its list. Throws `bad_request` for days that end before they begin, `conflict` for a name that is taken. */
function sound<P extends Priced>(list: readonly Listed[], price: P): P {
  const { code, from, to, names, part } = price;
  if (from && to && to < from) throw badRequest("The last day lies before the first", "to");
  const twin = list.find(
    (one) => one.code !== code && one.part === part && !one.disabled && one.names["zh-CN"] === names["zh-CN"],
  );
  if (twin && !price.disabled) throw conflict("Another price has this name", "names.zh-CN");
  return price;
}

const ownCode = /^own(\d+)$/;
const nextCode = (all: readonly { code: string }[]) =>
  `own${1 + Math.max(0, ...all.map(({ code }) => Number(ownCode.exec(code)?.[1] ?? 0)))}`;

/** What the audit trail keeps: which price, and what was said of it. */
function note(
  work: Work,
  projectId: string | undefined,
  { names }: Pick<ItemOf<typeof OwnPrice>, "names">,
  { names: _, ...said }: Record<string, unknown>,
) {
  work.about(work.tenantId, projectId, { item: names["zh-CN"], ...said });
}

async function shown(items: readonly Listed[]): Promise<z.input<typeof view>> {
  const today = dateOf(isoNow(), await tenantZone());
  return { items: items.map((one) => ({ ...one, holds: holds(one, today) })) };
}
