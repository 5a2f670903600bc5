import * as z from "zod";
import { instant } from "../clock";
import { useTenantActor } from "../context";
import { conflict } from "../error";
import { createLink, newToken } from "../link/link";
import { linkUrl } from "../link/url";
import type { ItemOf } from "../table/entity";
import { verb } from "../verb";
import { telephoneSecret } from "./secret";
import { lineSchema, Telephone } from "./telephone.entity";

const view = z.object({
  /** Since when a telephone system may report calls, and to where. */
  connected: z.object({ at: instant, byName: z.string() }).optional(),
  address: z.string().optional(),
  lines: z.array(lineSchema),
});

const shown = (telephone: ItemOf<typeof Telephone> | undefined): z.output<typeof view> => ({
  connected: telephone?.connected,
  address: telephone?.connected && linkUrl("telephone", telephone.key),
  lines: telephone?.lines ?? [],
});

/** How the firm's telephone system is connected. Its secret is not told again. */
export const getTelephone = verb({
  name: "telephone.get",
  may: "tenant.manage",
  input: z.strictObject({}),
  output: view,
  run: async () => shown(await Telephone.get({})),
});

/**
 * Makes the secret by which the firm's telephone system signs what it reports, and tells it this once; one that was made
 * before holds no more.
 */
export const connectTelephone = verb({
  name: "telephone.connect",
  may: "tenant.manage",
  input: z.strictObject({}),
  output: view.extend({ secret: z.string() }),
  tellsSecret: true,
  run: async (_, work) => {
    const before = await Telephone.get({});
    const actor = useTenantActor();
    const connected = { at: work.now, byName: actor.type === "member" ? actor.name : "Frontdesk" };
    const made = before
      ? work.patch(Telephone, before, { turn: before.turn + 1, connected })
      : work.create(Telephone, { key: newToken(), turn: 1, connected, lines: [] }, "race");
    if (!before) createLink(work, { kind: "telephone", subjectId: work.tenantId }, made.key);
    work.about(work.tenantId);
    return { ...shown(made), secret: await telephoneSecret(made) };
  },
});

/** Takes nothing in any more from the firm's telephone system; who is at which line stays. */
export const disconnectTelephone = verb({
  name: "telephone.disconnect",
  may: "tenant.manage",
  input: z.strictObject({}),
  output: view,
  run: async (_, work) => {
    const before = await Telephone.get({});
    if (!before?.connected) throw conflict("No telephone system is connected");
    work.about(work.tenantId);
    return shown(work.patch(Telephone, before, { connected: undefined }));
  },
});
