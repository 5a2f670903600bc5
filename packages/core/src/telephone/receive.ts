import * as z from "zod";
import { nowMs, plus } from "../clock";
import { withActor } from "../context";
import { badRequest, conflict, unauthenticated } from "../error";
import { digitsIn } from "../find/typed";
import { linkToken, openLink } from "../link/link";
import { peopleLike } from "../resident/like";
import { isSigned } from "../signature";
import { verb } from "../verb";
import { Call, type CallItem, callSchema, callStates, keptMinutes, mostCallers } from "./call.entity";
import { telephoneSecret } from "./secret";
import { Telephone } from "./telephone.entity";

/** So far may the clock of a telephone system be from ours, in seconds. */
const tolerance = 5 * 60;

/** What is reported of a call. */
export const reportedCall = z.strictObject(
  callSchema.pick({ callId: true, from: true, to: true, state: true }).shape,
);
const taken = callSchema.pick({ callId: true, state: true });

/**
 * What a firm's telephone system reports of a call: whose it is the address tells and the signature proves, nothing in the
 * body. Throws `unauthenticated` for an unknown address and a wrong signature alike, `bad_request` for a time that is
 * more than five minutes off, `conflict` for a report that brings a call no further: one that was sent before.
 */
export const receiveCall = verb({
  name: "telephone.receive",
  may: "public",
  input: z.strictObject({
    key: z.string().max(40),
    timestamp: z.string().max(20),
    signature: z.string().max(80),
    payload: z.string().max(4_096),
  }),
  output: taken,
  run: async ({ key, timestamp, signature, payload }) => {
    const tenantId = await firmOf(key);
    return withActor({ type: "system", tenantId }, async () => {
      const telephone = await Telephone.get({});
      if (!telephone?.connected || telephone.key !== key) throw unauthenticated();
      if (!isSigned(signature, await telephoneSecret(telephone), timestamp, payload)) throw unauthenticated();
      if (!(Math.abs(nowMs() / 1_000 - Number(timestamp)) <= tolerance))
        throw badRequest("The time of this message is more than 5 minutes from ours", "timestamp");
      return noteCall(inJson(payload));
    });
  },
});

async function firmOf(key: string): Promise<string> {
  const link = linkToken.safeParse(key).success ? await openLink(key).catch(() => undefined) : undefined;
  if (link?.kind !== "telephone") throw unauthenticated();
  return link.tenantId;
}

function inJson(payload: string) {
  try {
    return JSON.parse(payload);
  } catch {
    throw badRequest("The body is not valid JSON in UTF-8");
  }
}

/** Takes a call in, or brings it on. No act of a person of the firm: it stands in no trail. */
const noteCall = verb({
  name: "telephone.note",
  may: "system",
  audited: false,
  input: reportedCall,
  output: taken,
  run: async ({ callId, state, ...told }, work) => {
    const known = await Call.get({ callId });
    const before = known && plus(known.changedAt, { minutes: keptMinutes }) > work.now ? known : undefined;
    if (before) {
      if (callStates.indexOf(state) <= callStates.indexOf(before.state))
        throw conflict(`This call is ${before.state} already`, "state");
      return work.patch(Call, before, { state, changedAt: work.now });
    }
    const fields = { callId, ...told, state, at: work.now, changedAt: work.now, ...(await partiesOf(told)) };
    // The table forgets in its own time.
    return known ? work.patch(Call, known, fields) : work.create(Call, fields, "race");
  },
});

/** Who calls, as far as the firm knows them, and who is at the line. */
async function partiesOf({ from, to }: Pick<CallItem, "from" | "to">) {
  const line = (await Telephone.get({}))?.lines.find(({ extension }) => extension === to);
  const callers = await callersOf(from, line?.projectId);
  return { projectId: line?.projectId, memberIds: line?.memberIds ?? [], callers };
}

async function callersOf(from: string, projectId: string | undefined): Promise<CallItem["callers"]> {
  const digits = digitsIn(from);
  if (!digits) return [];
  // The whole number, which somebody's record goes on after.
  const { items } = await peopleLike("phone", `${digits}#`, 10, projectId);
  const houses = new Map(items.map((one) => [one.houseId, one]));
  return [...houses.values()].slice(0, mostCallers);
}
