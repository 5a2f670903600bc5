import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";

/** As what a person is tied to a house. */
export const ties = ["owner", "occupant", "family"] as const;
export type Tie = (typeof ties)[number];

/** A phone in E.164, such as +8613800001111. */
export const phone = z
  .string()
  .regex(/^\+[1-9]\d{5,14}$/, "must be a phone number in international form, like +8613800001111");

/** A person. Only what service needs (PIPL): name, ways to reach them, language, and a key-care note. */
export const residentSchema = z.object({
  residentId: idOf("resident"),
  projectId: idOf("project"),
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
  locale: locale.default("zh-CN"),
  keyCare: z.string().trim().max(200).optional(),
  /** Channels this person wants only necessary messages by. */
  refuses: z.array(z.enum(["sms", "mail"])).default([]),
  /** The houses this person is tied to now. */
  houseIds: z.array(idOf("house")).max(200),
  createdAt: instant,
});

/** A person tied to a house for a time; carries what the front desk looks people up by. */
export const residencySchema = z.object({
  residentId: idOf("resident"),
  houseId: idOf("house"),
  projectId: idOf("project"),
  houseCode: z.string(),
  as: z.enum(ties),
  from: localDate.optional(),
  to: localDate.optional(),
  name: z.string(),
  phone: phone.optional(),
  email: z.string().optional(),
  locale,
  refuses: z.array(z.enum(["sms", "mail"])).default([]),
  keyCare: z.string().optional(),
  /** The name's sound without tones, "zhangwei", and its initials, "zw". */
  sound: z.string(),
  initials: z.string(),
});

/** Residents of a project (gsi1, by name). */
export const Resident = entity({
  name: "resident",
  schema: residentSchema,
  key: (key: { residentId: string }) => [[key.residentId], "resident"],
  indexes: {
    gsi1: (resident) => [[resident.projectId, "resident"], `${resident.name}#${resident.residentId}`],
  },
});

/** The digits people type: without the country code for mainland numbers. */
export const typedDigits = (e164: string) => e164.replace(/^\+86/, "").replace(/^\+/, "");

/**
 * Lies with its house, so that one query brings up the house and its people. Found in the tenant by phone (gsi1), by
 * the sound of the name (gsi2) and by its initials (gsi3), while the person lives there.
 */
export const Residency = entity({
  name: "residency",
  schema: residencySchema,
  key: (key: { houseId: string; residentId: string; as: string }) => [
    [key.houseId],
    `residency#${key.as}#${key.residentId}`,
  ],
  indexes: {
    gsi1: (r) => (r.phone && !r.to ? [["residentPhone"], `${typedDigits(r.phone)}#${r.houseId}`] : undefined),
    gsi2: (r) => (r.to ? undefined : [["residentSound"], `${r.sound}#${r.houseId}`]),
    gsi3: (r) => (r.to ? undefined : [["residentInitials"], `${r.initials}#${r.houseId}`]),
  },
});
