import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { withActor } from "../context";
import { DomainError } from "../error";
import { Work } from "../table/work";
import { type Cast, mintCast } from "../ticket/cast.testing";
import { storeIn } from "../ticket/made.testing";
import { act, openQuote } from "./act";
import { asHolder, signatureBy, storeQuote } from "./cast.testing";
import { answerQuote, declineQuote, listQuotes, sendQuote, signQuote, withdrawQuote } from "./index";
import { Quote } from "./quote.entity";
import { type Action, actions, isLive, isOpen, type State, states } from "./states";

/** The machine once more, as people would say it: state, action, who may (Seller, Resident, serVice), where it leads. */
const told = `
  drafted send     S   sent
  drafted sign     S   agreed
  drafted decline  S   declined
  drafted withdraw S   withdrawn
  drafted lapse    V   lapsed
  sent    send     S   sent
  sent    sign     S   agreed
  sent    agree    R   agreed
  sent    decline  S R declined
  sent    withdraw S   withdrawn
  sent    lapse    V   lapsed
  agreed  withdraw S   withdrawn
  agreed  lapse    V   lapsed
`;
const rules = told
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/))
  .map(([from, action, ...rest]) => ({ from, action, who: rest.slice(0, -1), to: rest.at(-1) }));
const ruleOf = (from: State, action: Action) =>
  rules.find((rule) => rule.from === from && rule.action === action);

const parties = ["S", "R", "V", "stranger", "dispatcher"] as const;
type Party = (typeof parties)[number];

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

type Key = { ticketId: string; quote: number };

/** Does one thing by the verb that is there for it; what no verb does for a party is tried on the machine itself. */
async function attempt(by: Party, action: Action, { ticketId, quote }: Key): Promise<unknown> {
  const key = { ticketId, quote };
  if (by === "R" && (action === "agree" || action === "decline"))
    return asHolder(cast, key, () => answerQuote({ agree: action === "agree" }));
  const actor = members()[by];
  if (!actor) return onMachine(by, action, key);
  const verbs: Partial<Record<Action, () => Promise<unknown>>> = {
    send: () => sendQuote(key),
    sign: async () => signQuote({ ...key, name: "王芳", signature: await signatureBy(cast, actor) }),
    decline: () => declineQuote(key),
    withdraw: () => withdrawQuote(key),
  };
  const does = verbs[action];
  return does ? withActor(actor, does) : onMachine(by, action, key);
}

const members = (): Partial<Record<Party, MemberActor>> => ({
  ...{ S: cast.technician, stranger: cast.mate, dispatcher: cast.desk },
});

function onMachine(by: Party, action: Action, key: Key) {
  const body = async () => {
    const work = new Work(cast.tenantId);
    act(work, await openQuote(work, key), action, {});
    await work.commit();
  };
  if (by === "V") return cast.asSystem(body);
  if (by === "R") return asHolder(cast, key, body);
  return withActor(members()[by] ?? cast.mate, body);
}

async function ticketOfMine() {
  const { technician, tenantId, projectId, house } = cast;
  return storeIn("started", {
    ...{ tenantId, projectId, houseId: house, houseCode: "3-1-502" },
    ...{ assigneeId: technician.memberId, assigneeName: technician.name },
    reporter: { name: "王芳", phone: "+8613800001111", locale: "zh-CN" },
  });
}

describe.each(states)("a quote that is %s", (from) => {
  it.each(actions)(
    "%s is open to those told, leads where told, and changes nothing for others",
    async (action) => {
      const rule = ruleOf(from, action);
      for (const by of parties) {
        const ticket = await ticketOfMine();
        const quote = await storeQuote(cast, ticket, from);
        const may = rule?.who.includes(by) || (by === "dispatcher" && rule?.who.includes("S"));
        const wrong = await attempt(by, action, quote).then(
          () => undefined,
          (error: unknown) => error,
        );
        const after = await cast.asSystem(() => Quote.need(quote));
        if (may) expect([by, wrong, after.state]).toEqual([by, undefined, rule?.to]);
        else {
          expect(wrong, `${by} ${action}`).toBeInstanceOf(DomainError);
          expect(wrong).toMatchObject({ code: rule ? "forbidden" : "conflict" });
          expect(after).toEqual(quote);
        }
        const actor = members()[by];
        if (!actor) continue;
        const fresh = await storeQuote(cast, await ticketOfMine(), from);
        const [shown] = (await withActor(actor, () => listQuotes({ ticketId: fresh.ticketId }))).items;
        expect(shown?.may.includes(action), `${by} ${action} is offered`).toBe(may ?? false);
      }
    },
  );
});

it("live quotes may lapse, open ones be signed", () => {
  expect(states.filter(isLive)).toEqual(["drafted", "sent", "agreed"]);
  expect(states.filter(isOpen)).toEqual(["drafted", "sent"]);
});
