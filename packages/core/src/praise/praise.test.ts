import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import { voidTicket } from "../ticket/index";
import { copyPraise, getPraise, listPraise, namePraised, postPraise, takePraiseDown } from "./index";
import { shortName } from "./short-name";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
const atDesk = <T>(body: () => T) => withActor(cast.desk, body);
const praise = async () => {
  const more = { kind: "praise", category: "service", words: "赵师傅上门快，修得好" } as const;
  return (await report(cast, more)).ticketId;
};

describe("a ticket of praise", () => {
  it("says whom it is of: people, a trade, or both, never nobody", async () => {
    const ticketId = await praise();
    expect(await atDesk(() => getPraise({ ticketId }))).toEqual({ praise: undefined });
    await expect(atDesk(() => namePraised({ ticketId }))).rejects.toMatchObject({ field: "memberIds" });
    const named = await atDesk(() =>
      namePraised({ ticketId, trade: "cleaning", memberIds: [cast.technician.memberId] }),
    );
    expect(named).toMatchObject({
      trade: "cleaning",
      members: [{ memberId: cast.technician.memberId, name: cast.technician.name }],
    });
  });

  it("is copied once to those it is of, their trade and their manager, with who did it and when", async () => {
    const ticketId = await praise();
    const copy = () => asIfAt("2026-11-21T02:00:00.000Z", () => atDesk(() => copyPraise({ ticketId })));
    await expect(copy()).rejects.toMatchObject({ code: "conflict" });
    await atDesk(() => namePraised({ ticketId, trade: "cleaning", memberIds: [cast.technician.memberId] }));
    const { copied } = await copy();
    expect(copied).toEqual({
      at: "2026-11-21T02:00:00.000Z",
      by: cast.desk.memberId,
      byName: cast.desk.name,
      to: 3,
    });
    const to = (await messagesOf(cast, ticketId)).filter(({ template }) => template === "praiseCopy");
    const address = ({ memberId }: { memberId: string }) => `${memberId.toLowerCase()}@example.com`;
    expect(to.map((one) => one.to).sort()).toEqual(
      [cast.technician, cast.manager, cast.cleaner].map(address).sort(),
    );
    expect(to[0]?.kind === "mail" && to[0].text).toContain("王**");
    await expect(copy()).rejects.toMatchObject({ code: "conflict" });
  });

  it("is copied anew when it turns out to be of somebody else", async () => {
    const ticketId = await praise();
    const of = (memberId: string) => atDesk(() => namePraised({ ticketId, memberIds: [memberId] }));
    await of(cast.technician.memberId);
    await atDesk(() => copyPraise({ ticketId }));
    expect((await of(cast.mate.memberId)).copied).toBeUndefined();
    expect((await atDesk(() => copyPraise({ ticketId }))).copied?.to).toBe(2);
  });

  it("is posted with the resident's name shortened, and taken down with a reason", async () => {
    const ticketId = await praise();
    await atDesk(() => namePraised({ ticketId, trade: "engineering" }));
    const { posted } = await atDesk(() => postPraise({ ticketId, words: "上门快" }));
    expect(posted).toMatchObject({ words: "上门快", from: "王**", by: cast.desk.memberId });
    await expect(atDesk(() => postPraise({ ticketId }))).rejects.toMatchObject({ code: "conflict" });
    const wall = async () =>
      (await withActor(cast.technician, () => listPraise({}))).items.find((one) => one.ticketId === ticketId);
    expect(await wall()).toMatchObject({ posted: { words: "上门快", from: "王**" } });
    expect(JSON.stringify(await wall())).not.toMatch(/王芳|3-1-502|8613800001111/);
    const down = await atDesk(() => takePraiseDown({ ticketId, reason: "业户要求" }));
    expect(down).toMatchObject({ takenDown: { reason: "业户要求", byName: cast.desk.name } });
    expect(await wall()).toBeUndefined();
    await expect(atDesk(() => takePraiseDown({ ticketId, reason: "再撤" }))).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await atDesk(() => postPraise({ ticketId }))).posted?.words).toBe("赵师傅上门快，修得好");
  });

  it("is neither copied nor posted once it is void", async () => {
    const ticketId = await praise();
    await atDesk(() => namePraised({ ticketId, trade: "engineering" }));
    await atDesk(() => voidTicket({ ticketId, note: "登记错了" }));
    await expect(atDesk(() => postPraise({ ticketId }))).rejects.toMatchObject({ code: "conflict" });
    await expect(atDesk(() => copyPraise({ ticketId }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("is none of a repair, of another project's people, or for who does not work there", async () => {
    const { ticketId: repair } = await report(cast);
    await expect(atDesk(() => getPraise({ ticketId: repair }))).rejects.toMatchObject({ code: "not_found" });
    const ticketId = await praise();
    const of = (memberId: string) => atDesk(() => namePraised({ ticketId, memberIds: [memberId] }));
    await expect(of(cast.elsewhere.memberId)).rejects.toMatchObject({ code: "not_found" });
    await expect(withActor(cast.elsewhere, () => getPraise({ ticketId }))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      withActor(cast.technician, () => namePraised({ ticketId, trade: "cleaning" })),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the wall", () => {
  it("shows each once, the last posted first, page by page, of the member's own projects", async () => {
    cast = await mintCast();
    const at = "2026-11-21T02:00:00.000Z";
    for (let n = 0; n < 5; n++) {
      const ticketId = await asIfAt(at, praise);
      await atDesk(() => namePraised({ ticketId, trade: "security" }));
      await asIfAt(at, () => atDesk(() => postPraise({ ticketId })));
    }
    const numbers: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await withActor(cast.technician, () => listPraise({ limit: 2, cursor }));
      numbers.push(...page.items.map(({ number }) => number));
      cursor = page.cursor;
    } while (cursor);
    expect(numbers).toHaveLength(5);
    expect(numbers).toEqual([...new Set(numbers)].sort().reverse());
    expect((await withActor(cast.elsewhere, () => listPraise({}))).items).toEqual([]);
  });
});

it.each([
  ["王芳", "王**"],
  ["欧阳明日", "欧**"],
  ["John Smith", "J. S."],
  ["josé", "J."],
  [" 李 ", "李**"],
  ["𠮷田", "𠮷**"],
])("%s is %s to strangers", (name, short) => {
  expect(shortName(name)).toBe(short);
});
