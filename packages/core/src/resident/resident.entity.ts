import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { entity, type Place } from "../table/entity";
import { locale } from "../tenant/tenant.entity";

/** As what a person is tied to a house. */
export const ties = ["owner", "occupant", "family"] as const;
export type Tie = (typeof ties)[number];

/** A phone in E.164, such as +8613800001111. */
export const phone = z
  .string()
  .regex(/^\+[1-9]\d{5,14}$/, "must be a phone number in international form, like +8613800001111");

/** A house a person is tied to now, and as what. */
const home = z.object({ houseId: idOf("house"), houseCode: z.string(), as: z.enum(ties) });

/** What a name is looked up by: its sound without tones, "zhangwei", and its initials, "zw". */
const sounds = { sound: z.string(), initials: z.string() };

/** So many homes fit one record: a developer may hold a whole estate. */
export const mostHomes = 2_000;

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
  ...sounds,
  /** All of one project, the person's own. */
  homes: z.array(home).max(mostHomes),
  /** Since when the person's ties are to follow a change; only while some do not yet. */
  followSince: instant.optional(),
  createdAt: instant,
});

/** A person tied to a house for a time; carries what the front desk looks people up by. */
export const residencySchema = z.object({
  residentId: idOf("resident"),
  houseId: idOf("house"),
  projectId: idOf("project"),
  houseCode: z.string(),
  as: z.enum(ties),
  /** Where the firm's own list named them among the people of the house, from 0; nowhere, who was entered by hand. */
  place: z.int().min(0).optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  /** Times of the same tie before, of somebody who came back. */
  earlier: z.array(z.object({ from: localDate.optional(), to: localDate })).optional(),
  name: z.string(),
  phone: phone.optional(),
  email: z.string().optional(),
  locale,
  refuses: z.array(z.enum(["sms", "mail"])).default([]),
  keyCare: z.string().optional(),
  ...sounds,
});

/** The digits people type: without the country code for mainland numbers. */
export const typedDigits = (e164: string) => e164.replace(/^\+86/, "").replace(/^\+/, "");

type Named = { name: string; phone?: string; sound: string; initials: string };

// What people are looked up by, in a firm or in a project alone; `owner` keeps apart those who share it.
const byPhone = (scope: readonly string[], { phone }: Named, owner: string): Place | undefined =>
  phone ? [[...scope, "residentPhone"], `${typedDigits(phone)}#${owner}`] : undefined;
const bySound = (scope: readonly string[], { sound, name }: Named, owner: string): Place => [
  [...scope, "residentSound"],
  `${sound}#${name}#${owner}`,
];
const byInitials = (scope: readonly string[], { initials }: Named, owner: string): Place => [
  [...scope, "residentInitials"],
  `${initials}#${owner}`,
];

/** Found in their project by phone (gsi1), sound of the name (gsi2) and initials (gsi3), while they live there. */
export const Resident = entity({
  name: "resident",
  schema: residentSchema,
  key: (key: { residentId: string }) => [[key.residentId], "resident"],
  indexes: {
    gsi1: (r) => (r.homes.length > 0 ? byPhone([r.projectId], r, r.residentId) : undefined),
    gsi2: (r) => (r.homes.length > 0 ? bySound([r.projectId], r, r.residentId) : undefined),
    gsi3: (r) => (r.homes.length > 0 ? byInitials([r.projectId], r, r.residentId) : undefined),
  },
  due: ({ followSince }) => (followSince ? { kind: "resident", at: followSince } : undefined),
});

/**
 * Lies with its house, so that one query brings up the house and its people. Found in the firm as its resident is in
 * the project.
 */
export const Residency = entity({
  name: "residency",
  schema: residencySchema,
  key: (key: { houseId: string; residentId: string; as: string }) => [
    [key.houseId],
    `residency#${key.as}#${key.residentId}`,
  ],
  indexes: {
    gsi1: (r) => (r.to ? undefined : byPhone([], r, r.houseId)),
    gsi2: (r) => (r.to ? undefined : bySound([], r, r.houseId)),
    gsi3: (r) => (r.to ? undefined : byInitials([], r, r.houseId)),
  },
});
