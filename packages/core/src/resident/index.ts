import * as z from "zod";
import { dateOf } from "../clock";
import { needHouse } from "../house/reach";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { emptied } from "../table/emptied";
import { locale } from "../tenant/tenant.entity";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { changePerson } from "./follow";
import { residencyOf } from "./residency";
import { phone, Residency, Resident, residencySchema, residentSchema, ties } from "./resident.entity";
import { soundOf } from "./sound";

export { followResidents } from "./follow";
export { residencyOf } from "./residency";
export { endResidency, tieResident } from "./tie";
export { Residency, Resident, residencySchema, residentSchema, ties };

const person = {
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
  locale: locale.optional(),
  keyCare: z.string().trim().max(200).optional(),
};

/** A new person of a house. */
export const addResident = verb({
  name: "resident.add",
  may: "house.manage",
  input: z.strictObject({ houseId: idOf("house"), as: z.enum(ties), ...person }),
  output: residentSchema,
  run: async ({ houseId, as, ...fields }, work) => {
    const house = await needHouse(houseId);
    const resident = work.create(Resident, {
      ...fields,
      ...(await soundOf(fields.name)),
      residentId: newId("resident"),
      projectId: house.projectId,
      homes: [{ houseId, houseCode: house.code, as }],
      createdAt: work.now,
    });
    const since = dateOf(work.now, await tenantZone());
    work.create(Residency, residencyOf(resident, house, as, since));
    work.about(resident.residentId, house.projectId);
    return resident;
  },
});

/** Corrects a person, null emptying a field; what stands with their houses follows. */
export const changeResident = verb({
  name: "resident.change",
  may: "house.manage",
  input: z.strictObject({
    residentId: idOf("resident"),
    name: person.name.optional(),
    phone: person.phone.nullable(),
    email: person.email.nullable(),
    locale: person.locale,
    keyCare: person.keyCare.nullable(),
    refuses: residentSchema.shape.refuses.optional(),
  }),
  output: residentSchema,
  run: async ({ residentId, ...changes }, work) => {
    const resident = await Resident.need({ residentId });
    needReach(resident.projectId);
    const sounds = changes.name && (await soundOf(changes.name));
    work.about(residentId, resident.projectId);
    return changePerson(work, resident, { ...emptied(changes), ...sounds });
  },
});
