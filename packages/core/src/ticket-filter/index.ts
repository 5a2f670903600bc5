import * as z from "zod";
import type { MemberActor } from "../actor";
import { useActor } from "../context";
import { forbidden } from "../error";
import { idOf, newId } from "../id";
import type { Work } from "../table/work";
import { needNamed, ticketFilter } from "../ticket/filter";
import { verb } from "../verb";
import { OwnFilters, SharedFilters, savedFilter } from "./filters.entity";
import { type Kept, mayChange, withChanged, withDefault, withRemoved, withSaved } from "./kept";

const view = z.object({
  items: z.array(
    savedFilter.extend({
      /** All of the firm see it. */
      shared: z.boolean(),
      /** Who shared it. */
      ownerName: z.string().optional(),
      /** The acting member saved it, and alone may share it or keep it to themselves. */
      mine: z.boolean(),
      /** The acting member may rename, change or remove it. */
      changeable: z.boolean(),
    }),
  ),
  /** The one the member's list begins with. */
  defaultId: z.string().optional(),
});

const said = { ...savedFilter.omit({ filterId: true }).shape, shared: z.boolean() };
const one = { filterId: idOf("filter") };

/** The acting member's filters of tickets, then those the firm shares, each in the order they were saved. */
export const listFilters = verb({
  name: "ticketFilter.list",
  may: "ticket.read",
  input: z.strictObject({}),
  output: view,
  run: async () => {
    const actor = acting();
    return shown((await read(actor)).kept, actor);
  },
});

/** Saves a filter under a name, for oneself or for the firm. */
export const saveFilter = verb({
  name: "ticketFilter.save",
  may: "ticket.read",
  input: z.strictObject(said),
  output: view.extend({ filterId: z.string() }),
  run: async ({ name, filter, shared }, work) => {
    await needNamed(filter);
    const saved = { filterId: newId("filter"), name, filter };
    const all = await change(work, (kept, actor) => withSaved(kept, saved, shared, actor));
    return { ...all, filterId: saved.filterId };
  },
});

/** Renames a filter, changes what it says, or shares it or keeps it to oneself. */
export const changeFilter = verb({
  name: "ticketFilter.change",
  may: "ticket.read",
  input: z.strictObject({
    ...one,
    name: said.name.optional(),
    filter: ticketFilter.optional(),
    shared: z.boolean().optional(),
  }),
  output: view,
  run: async ({ filterId, ...given }, work) => {
    if (given.filter) await needNamed(given.filter);
    return change(work, (kept, actor) => withChanged(kept, filterId, given, actor));
  },
});

/** Removes a filter; of whoever's list began with it, it begins with what is open again. */
export const removeFilter = verb({
  name: "ticketFilter.remove",
  may: "ticket.read",
  input: z.strictObject(one),
  output: view,
  run: ({ filterId }, work) => change(work, (kept, actor) => withRemoved(kept, filterId, actor)),
});

/** Sets the filter the acting member's list begins with; null for none. */
export const setDefaultFilter = verb({
  name: "ticketFilter.setDefault",
  may: "ticket.read",
  input: z.strictObject({ filterId: one.filterId.nullable() }),
  output: view,
  run: ({ filterId }, work) => change(work, (kept) => withDefault(kept, filterId)),
});

function acting(): MemberActor {
  const actor = useActor();
  if (actor.type !== "member") throw forbidden();
  return actor;
}

async function read({ memberId }: MemberActor) {
  const [own, shared] = await Promise.all([OwnFilters.get({ memberId }), SharedFilters.get({})]);
  const kept: Kept = {
    own: own?.filters ?? [],
    shared: shared?.filters ?? [],
    defaultId: own?.defaultId,
  };
  return { own, shared, kept };
}

/** Writes what changed of a member's filters and the firm's. */
async function change(work: Work, by: (kept: Kept, actor: MemberActor) => Kept) {
  const actor = acting();
  const { own, shared, kept } = await read(actor);
  const next = by(kept, actor);
  work.about(actor.memberId);
  if (next.own !== kept.own || next.defaultId !== kept.defaultId) {
    const fields = { filters: [...next.own], defaultId: next.defaultId };
    if (own) work.patch(OwnFilters, own, fields);
    else work.create(OwnFilters, { memberId: actor.memberId, ...fields }, "race");
  }
  if (next.shared !== kept.shared) {
    const fields = { filters: [...next.shared] };
    if (shared) work.patch(SharedFilters, shared, fields);
    else work.create(SharedFilters, fields, "race");
  }
  return shown(next, actor);
}

function shown({ own, shared, defaultId }: Kept, actor: MemberActor): z.output<typeof view> {
  const all = [
    ...own.map((saved) => ({ ...saved, shared: false, mine: true, changeable: true })),
    ...shared.map(({ ownerId, ...saved }) => ({
      ...saved,
      shared: true,
      mine: ownerId === actor.memberId,
      changeable: mayChange({ ownerId, ...saved }, actor),
    })),
  ];
  return { items: all, defaultId: all.find(({ filterId }) => filterId === defaultId)?.filterId };
}
