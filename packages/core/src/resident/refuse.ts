import * as z from "zod";
import { useActor } from "../context";
import { forbidden } from "../error";
import { tenantProfile } from "../tenant/profile";
import { locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { changePerson } from "./follow";
import { Resident } from "./resident.entity";

const everyChannel = ["sms", "mail"] as const;

const refusal = z.object({ firm: z.string(), locale, refused: z.boolean() });
export type Refusal = z.output<typeof refusal>;

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((channel) => other.includes(channel));

/** The resident whose link this is: a link to refuse messages names them. */
async function linked() {
  const actor = useActor();
  if (actor.type !== "resident") throw forbidden();
  return Resident.need({ residentId: actor.subjectId });
}

/** Whether the resident of this link takes surveys and reminders, and from whom. */
export const getRefusal = verb({
  name: "resident.refusal",
  may: "resident",
  input: z.strictObject({}),
  output: refusal,
  run: async () => {
    const [{ name: firm }, resident] = await Promise.all([tenantProfile(), linked()]);
    return { firm, locale: resident.locale, refused: same(resident.refuses, everyChannel) };
  },
});

/**
 * Refuses surveys and reminders by any channel for the resident of this link, or takes that back; what is necessary
 * still comes. With the person follow their ties to houses, by which letters are addressed. Idempotent.
 */
export const refuseMessages = verb({
  name: "resident.refuse",
  may: "resident",
  input: z.strictObject({ refuse: z.boolean() }),
  output: z.object({}),
  run: async ({ refuse }, work) => {
    const resident = await linked();
    const refuses = refuse ? [...everyChannel] : [];
    work.about(resident.residentId, resident.projectId, refuse ? "refuses" : "takes messages again");
    if (!same(resident.refuses, refuses)) await changePerson(work, resident, { refuses });
    return {};
  },
});
