import * as z from "zod";
import { useActor } from "../context";
import { forbidden } from "../error";
import { tenantProfile } from "../tenant/profile";
import { locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { residenciesOf } from "./index";
import { Residency, Resident } from "./resident.entity";

/** So many ties change in one transaction, beside the resident and the audit entry. */
const tiesAtOnce = 90;
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

const refusePart = verb({
  name: "resident.refuse",
  may: "resident",
  input: z.strictObject({ refuse: z.boolean() }),
  output: z.object({ left: z.int() }),
  run: async ({ refuse }, work) => {
    const resident = await linked();
    const refuses = refuse ? [...everyChannel] : [];
    const differing = (await residenciesOf(resident)).filter((tie) => !same(tie.refuses, refuses));
    for (const tie of differing.slice(0, tiesAtOnce)) work.patch(Residency, tie, { refuses });
    if (!same(resident.refuses, refuses)) work.patch(Resident, resident, { refuses });
    work.about(resident.residentId, resident.projectId, refuse ? "refuses" : "takes messages again");
    return { left: Math.max(0, differing.length - tiesAtOnce) };
  },
});

/**
 * Refuses surveys and reminders by any channel for the resident of this link, or takes that back; what is necessary
 * still comes. With the person follow their ties to houses, by which letters are addressed. Idempotent.
 */
export async function refuseMessages(refuse: boolean): Promise<void> {
  let left: number;
  do ({ left } = await refusePart({ refuse }));
  while (left > 0);
}
