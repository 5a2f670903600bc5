import * as z from "zod";
import { dateOf } from "../clock";
import { badRequest, conflict } from "../error";
import { House } from "../house/house.entity";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { emptied } from "../table/emptied";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { locale } from "../tenant/tenant.entity";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { phone, Residency, Resident, residencySchema, residentSchema, ties } from "./resident.entity";
import { soundOf } from "./sound";

export { Residency, Resident, residencySchema, residentSchema, ties };

type ResidentItem = ItemOf<typeof Resident>;
type HouseItem = ItemOf<typeof House>;

const person = {
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
  locale: locale.optional(),
  keyCare: z.string().trim().max(200).optional(),
};

/** The residency that ties a resident to a house, with what they are looked up by. */
export function residencyOf(
  resident: ResidentItem,
  house: HouseItem,
  as: (typeof ties)[number],
  from?: string,
): z.input<typeof residencySchema> {
  const { residentId, name, phone: number, email, locale: language, refuses, keyCare } = resident;
  return {
    residentId,
    houseId: house.houseId,
    projectId: house.projectId,
    houseCode: house.code,
    as,
    from,
    name,
    phone: number,
    email,
    locale: language,
    refuses,
    keyCare,
    sound: resident.sound,
    initials: resident.initials,
  };
}

/** A new person of a house. */
export const addResident = verb({
  name: "resident.add",
  may: "house.manage",
  input: z.strictObject({ houseId: idOf("house"), as: z.enum(ties), ...person }),
  output: residentSchema,
  run: async ({ houseId, as, ...fields }, work) => {
    const house = await House.need({ houseId });
    needReach(house.projectId);
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

/** Corrects a person, null emptying a field; what stands with their houses follows in the same transaction. */
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
    const next = work.patch(Resident, resident, { ...emptied(changes), ...sounds });
    await follow(work, next);
    work.about(residentId, resident.projectId);
    return next;
  },
});

async function follow(work: Work, resident: ResidentItem) {
  const { name, phone: number, email, locale: language, refuses, keyCare, sound, initials } = resident;
  for (const residency of await residenciesOf(resident))
    work.patch(Residency, residency, {
      name,
      phone: number,
      email,
      locale: language,
      refuses,
      keyCare,
      sound,
      initials,
    });
}

/** A person's present ties. */
export const residenciesOf = ({ homes, residentId }: ResidentItem) =>
  Residency.batch(homes.map(({ houseId, as }) => ({ houseId, residentId, as })));

/** A person moves out: the tie ends, its history stays. */
export const endResidency = verb({
  name: "resident.moveOut",
  may: "house.manage",
  input: z.strictObject({
    houseId: idOf("house"),
    residentId: idOf("resident"),
    as: z.enum(ties),
    to: z.iso.date(),
  }),
  output: residencySchema,
  run: async ({ houseId, residentId, as, to }, work) => {
    const residency = await Residency.need({ houseId, residentId, as });
    needReach(residency.projectId);
    if (residency.to) throw conflict("This person has moved out already");
    if (residency.from && to < residency.from)
      throw badRequest("Nobody moves out before they moved in", "to");
    const resident = await Resident.need({ residentId });
    const ended = work.patch(Residency, residency, { to });
    const homes = resident.homes.filter((home) => home.houseId !== houseId || home.as !== as);
    work.patch(Resident, resident, { homes });
    work.about(residentId, residency.projectId);
    return ended;
  },
});
