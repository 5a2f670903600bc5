import * as z from "zod";
import { dateOf } from "../clock";
import { badRequest, conflict } from "../error";
import { needHouse } from "../house/reach";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { residencyOf } from "./residency";
import { mostHomes, Residency, Resident, residencySchema, ties } from "./resident.entity";

const tie = { houseId: idOf("house"), residentId: idOf("resident"), as: z.enum(ties) };

/**
 * Ties somebody on record to one more house of their project, from the local date `from` on, today unless told
 * otherwise. Who comes back begins anew; the time they were there before stays on record.
 */
export const tieResident = verb({
  name: "resident.tie",
  may: "house.manage",
  input: z.strictObject({ ...tie, from: z.iso.date().optional() }),
  output: residencySchema,
  run: async ({ houseId, residentId, as, from: begins }, work) => {
    const [house, resident] = await Promise.all([needHouse(houseId), Resident.need({ residentId })]);
    needReach(resident.projectId);
    if (resident.projectId !== house.projectId)
      throw badRequest("This person is on record in another project; add them to this one", "residentId");
    const before = await Residency.get({ houseId, residentId, as });
    if (before && !before.to) throw conflict("This person is tied to this house already");
    if (resident.homes.length >= mostHomes) throw conflict("This person holds too many houses");
    const from = begins ?? dateOf(work.now, await tenantZone());
    if (before?.to && from < before.to) throw badRequest("Nobody comes back before they left", "from");
    work.patch(Resident, resident, {
      homes: [...resident.homes, { houseId, houseCode: house.code, as }],
    });
    work.about(residentId, house.projectId, house.code);
    const next = residencyOf(resident, house, as, from);
    if (!before) return work.create(Residency, next, "race");
    const earlier = [...(before.earlier ?? []), { from: before.from, to: before.to ?? from }].slice(-20);
    return work.patch(Residency, before, { ...next, to: undefined, earlier });
  },
});

/** A person moves out: the tie ends, its history stays. */
export const endResidency = verb({
  name: "resident.moveOut",
  may: "house.manage",
  input: z.strictObject({ ...tie, to: z.iso.date() }),
  output: residencySchema,
  run: async ({ houseId, residentId, as, to }, work) => {
    const residency = await Residency.need({ houseId, residentId, as });
    needReach(residency.projectId);
    if (residency.to) throw conflict("This person has moved out already");
    if (residency.from && to < residency.from)
      throw badRequest("Nobody moves out before they moved in", "to");
    const resident = await Resident.need({ residentId });
    const homes = resident.homes.filter((home) => home.houseId !== houseId || home.as !== as);
    work.patch(Resident, resident, { homes });
    work.about(residentId, residency.projectId);
    return work.patch(Residency, residency, { to });
  },
});
