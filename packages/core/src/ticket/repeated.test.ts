import { beforeAll, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { recordCallback } from "../callback/index";
import { withContext } from "../context";
import { type Cast, mintCast, report } from "./cast.testing";
import { assignTicket, completeTicket, contactResident, getTicket } from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

/** Does something as a request under a key, with this body. */
const under = <T>(actor: MemberActor, key: string, bodyHash: string, act: () => T) =>
  withContext({ actor, requestId: "r", idempotency: { key, bodyHash } }, act);
const historyOf = (ticketId: string) =>
  under(cast.desk, "", "", async () => (await getTicket({ ticketId })).history);

it("an act that comes again, at once or late, is done once and answered as it was", async () => {
  const { ticketId } = await report(cast);
  const contact = (actor: MemberActor, bodyHash = "h") =>
    under(actor, "key-0001", bodyHash, () => contactResident({ ticketId, note: "半小时后到" }));
  const [first, ...twins] = await Promise.all(Array.from({ length: 4 }, () => contact(cast.desk)));
  expect(twins).toEqual([first, first, first]);
  await under(cast.desk, "key-0002", "h", () => assignTicket({ ticketId, trade: "engineering" }));
  expect(await contact(cast.desk)).toEqual(first);
  await expect(contact(cast.desk, "other")).rejects.toMatchObject({ code: "idempotency_mismatch" });
  await contact(cast.second);
  const history = await historyOf(ticketId);
  expect(history.map(({ step, action, by }) => [step, action, by])).toEqual([
    [1, "register", cast.desk.memberId],
    [2, "contact", cast.desk.memberId],
    [3, "assign", cast.desk.memberId],
    [4, "contact", cast.second.memberId],
  ]);
  expect(JSON.stringify(history)).not.toContain("bodyHash");
});

it("keeps apart what one key asks of two tickets, and of one by two acts", async () => {
  const [one, other] = [await report(cast), await report(cast)];
  const done = ({ ticketId }: { ticketId: string }) =>
    under(cast.desk, "key-0003", "h", () => completeTicket({ ticketId, note: "好了" }));
  const called = ({ ticketId }: { ticketId: string }) =>
    under(cast.second, "key-0003", "h", () => recordCallback({ ticketId, reached: true, satisfied: true }));
  for (const ticket of [one, other])
    for (const act of [done, called]) expect(await act(ticket)).toMatchObject({ ticketId: ticket.ticketId });
  expect((await called(one)).callback.state).toBe("done");
});
