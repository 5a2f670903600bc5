import * as z from "zod";
import { useTenantActor } from "../context";
import { conflict, forbidden, notFound } from "../error";
import { idOf } from "../id";
import { verb } from "../verb";
import { tradesFor } from "./act";
import { openFile } from "./file";
import { standingTo } from "./order.act";
import { materialSchema, maxMaterials, type OrderFields, WorkOrder } from "./order.entity";
import type { TicketItem } from "./ticket.entity";

/**
 * Whether the materials of an order may be noted: as long as it is worked on, and after that until the ticket is closed,
 * by whoever works on it or gives the work out.
 */
export const takesMaterials = (
  { state }: Pick<TicketItem, "state">,
  order: OrderFields,
  standing: ReturnType<typeof standingTo>,
) =>
  state !== "closed" &&
  state !== "void" &&
  !["waiting", "refused", "withdrawn"].includes(order.state) &&
  (standing.has("assignee") || standing.has("dispatcher"));

/** Notes what an order used up, in place of what was noted before. Throws `conflict` where it is too early or too late. */
export const recordMaterials = verb({
  name: "ticket.materials",
  may: "ticket.work",
  input: z.strictObject({
    ticketId: idOf("ticket"),
    order: z.coerce.number<string | number>().int().min(1).max(99),
    materials: z.array(materialSchema).max(maxMaterials),
  }),
  output: z.object({ materials: z.array(materialSchema) }),
  run: async ({ ticketId, order: number, materials }, work) => {
    const actor = useTenantActor();
    const { ticket, orders } = await openFile(ticketId, work);
    const order = orders.find((one) => one.order === number);
    if (!order) throw notFound();
    const standing = standingTo(actor, order, await tradesFor(actor, orders));
    if (!standing.has("assignee") && !standing.has("dispatcher")) throw forbidden();
    if (!takesMaterials(ticket, order, standing))
      throw conflict("Materials are noted once the work was taken on, and until the ticket is closed");
    work.patch(WorkOrder, order, { materials: materials.length > 0 ? materials : undefined });
    work.about(ticketId, ticket.projectId, { order: number, materials: materials.length });
    return { materials };
  },
});
