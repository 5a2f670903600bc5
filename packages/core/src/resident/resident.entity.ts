import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";

/** As what a person is tied to a house. */
export const ties = ["owner", "occupant", "family"] as const;

/** A person. Only what service needs (PIPL): name, ways to reach them, language, and a key-care note. */
export const residentSchema = z.object({
  residentId: idOf("resident"),
  projectId: idOf("project"),
  name: z.string().trim().min(1).max(60),
  /** E.164, such as +8613800001111. */
  phone: z.string().max(20).optional(),
  email: z.email().max(120).optional(),
  locale: locale.default("zh-CN"),
  keyCare: z.string().trim().max(200).optional(),
  /** Channels this person does not want anything but necessary messages by. */
  refuses: z.array(z.enum(["sms", "mail"])).default([]),
  createdAt: instant,
});

/** A person tied to a house for a time. */
export const residencySchema = z.object({
  residentId: idOf("resident"),
  houseId: idOf("house"),
  projectId: idOf("project"),
  as: z.enum(ties),
  from: localDate.optional(),
  to: localDate.optional(),
  /** Copied from the resident, so that a house's people are read in one query. */
  name: z.string(),
  phone: z.string().optional(),
  email: z.string().optional(),
  keyCare: z.string().optional(),
});

/** Residents of a project by name (gsi1); by phone within the tenant (gsi2). */
export const Resident = entity({
  name: "resident",
  schema: residentSchema,
  key: (key: { residentId: string }) => [[key.residentId], "resident"],
  indexes: {
    gsi1: (resident) => [[resident.projectId, "resident"], `${resident.name}#${resident.residentId}`],
    gsi2: (resident) => (resident.phone ? [["phone", resident.phone], resident.residentId] : undefined),
  },
});

/** Lies with its house, so that one query brings up the house and its people; a person's houses by gsi1. */
export const Residency = entity({
  name: "residency",
  schema: residencySchema,
  key: (key: { houseId: string; residentId: string; as: string }) => [
    [key.houseId],
    `residency#${key.as}#${key.residentId}`,
  ],
  indexes: { gsi1: (residency) => [[residency.residentId, "residency"], residency.houseId] },
});
