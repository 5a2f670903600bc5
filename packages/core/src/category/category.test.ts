import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withActor } from "../context";
import { projectKinds } from "../project/project.entity";
import { mintCast, report } from "../ticket/cast.testing";
import { getTicket } from "../ticket/index";
import { categoryCode, ticketKinds } from "../ticket/kind";
import { withAdded, withChanged, withOrder } from "./change";
import { addCategory, changeCategory, listCategories, orderCategories } from "./index";
import { seeds } from "./seed";
import { type Changes, categoryIn, offeredIn, seedOf, treeOf } from "./tree";

const none: Changes = { categories: [], order: {} };
const charging = {
  names: { "zh-CN": "充电桩", en: "Charging points" },
  trade: "engineering" as const,
  urgent: false,
  projectKinds: ["residential" as const],
};

/** The categories that tickets of earlier versions may have. */
const earlier = {
  repair:
    "plumbing leak electrical lighting lift doorsWindows entrance airConditioning network fireEquipment roadsWalls other",
  complaint: "service facilities safety management other",
  suggestion: "service facilities safety cleaning greening parking activities other",
  inquiry: "fees procedures parking renovation facilities other",
  praise: "service engineering security cleaning greening other",
  emergency: "fire flooding powerCut liftEntrapment gas security medical fallingObject weather other",
};

describe("the seeds", () => {
  it("name what earlier tickets have", () => {
    for (const kind of ticketKinds)
      for (const code of earlier[kind].split(" "))
        expect(seedOf(kind, code), `${kind} ${code}`).toBeDefined();
  });

  it("tell their categories apart, offer some in every kind of project, and leave codes to firms", () => {
    for (const kind of ticketKinds) {
      const own = seeds[kind];
      for (const language of ["zh-CN", "en"] as const)
        expect(new Set(own.map(({ names }) => names[language])).size).toBe(own.length);
      expect(new Set(own.map(({ code }) => code)).size).toBe(own.length);
      for (const { code } of own) expect(code).not.toMatch(/^own\d/);
      for (const { code } of own) expect(categoryCode.safeParse(code).success).toBe(true);
      for (const projectKind of projectKinds)
        expect(
          offeredIn(treeOf(none), projectKind).filter((one) => one.kind === kind).length,
        ).toBeGreaterThan(3);
    }
  });

  it("offer homes and offices what is theirs", () => {
    const codes = (kind: (typeof projectKinds)[number]) =>
      offeredIn(treeOf(none), kind).map(({ code }) => code);
    expect(codes("residential")).toContain("playground");
    expect(codes("residential")).not.toContain("meetingRooms");
    expect(codes("office")).toContain("meetingRooms");
    expect(codes("office")).not.toContain("playground");
  });
});

const change = fc.record({
  kind: fc.constantFrom(...ticketKinds),
  at: fc.nat(30),
  said: fc.record(
    {
      trade: fc.constantFrom("engineering", "security", "cleaning"),
      urgent: fc.boolean(),
      retired: fc.boolean(),
      names: fc.record({ "zh-CN": fc.constantFrom("甲", "乙"), en: fc.constantFrom("A", "B") }),
    },
    { requiredKeys: [] },
  ),
});

describe("a firm's changes", () => {
  it("say of the seeds only what differs, lose no category, and always leave something to choose", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (all) => {
        let changes = none;
        const told = new Map<string, object>();
        for (const { kind, at, said } of all) {
          const { code } = seeds[kind][at % seeds[kind].length] ?? { code: "" };
          try {
            changes = withChanged(changes, kind, code, said);
            told.set(`${kind} ${code}`, { ...told.get(`${kind} ${code}`), ...said });
          } catch (error) {
            expect(error).toMatchObject({ code: expect.stringMatching(/^(conflict|bad_request)$/) });
          }
        }
        const tree = treeOf(changes);
        for (const kind of ticketKinds) {
          for (const { code } of seeds[kind])
            expect(categoryIn(tree, kind, code)).toEqual({
              ...seedOf(kind, code),
              ...told.get(`${kind} ${code}`),
            });
          expect(tree.some((one) => one.kind === kind && !one.retired)).toBe(true);
        }
        for (const { kind, code, ...own } of changes.categories) {
          expect(Object.keys(own).length).toBeGreaterThan(0);
          for (const [field, value] of Object.entries(own))
            expect(value).not.toEqual(seedOf(kind, code)?.[field as keyof typeof own]);
        }
      }),
    );
  });

  it("order what they name; what comes later stands before the general one", () => {
    const codes = (changes: Changes) =>
      treeOf(changes).flatMap(({ kind, code }) => (kind === "praise" ? [code] : []));
    expect(codes(none).at(-1)).toBe("other");
    const turned = withOrder(none, "praise", ["greening", "other"]);
    expect(codes(turned)).toEqual(["greening", "other", "service", "engineering", "security", "cleaning"]);
    const named = withOrder(none, "praise", ["greening", "service"]);
    expect(codes(withAdded(named, ["praise"], { ...charging, retired: false }))).toEqual([
      ...["greening", "service", "engineering", "security", "cleaning", "own1", "other"],
    ]);
  });

  it("give no code twice", () => {
    const once = withAdded(none, ["repair", "inquiry"], { ...charging, retired: false });
    const named = { "zh-CN": "晾衣架", en: "Racks" };
    const twice = withAdded(once, ["repair"], { ...charging, names: named, retired: false });
    expect(twice.categories.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      ...["repair own1", "inquiry own1", "repair own2"],
    ]);
  });
});

describe("a firm", () => {
  it("adds a category, takes tickets of it as it says, and retires it: its tickets keep it", async () => {
    const cast = await mintCast();
    const asFirm = <T>(body: () => Promise<T>) => withActor(cast.headquarters, body);
    await asFirm(() => addCategory({ ...charging, kinds: ["repair"], urgent: true, trade: "security" }));
    const ticket = await report(cast, { category: "own1" });
    expect(ticket).toMatchObject({ category: "own1", urgency: "urgent" });
    expect(await report(cast, { category: "own1", urgency: "ordinary" })).toMatchObject({
      urgency: "ordinary",
    });
    const { items } = await asFirm(() => changeCategory({ kind: "repair", code: "own1", retired: true }));
    expect(items.find(({ code }) => code === "own1")).toMatchObject({
      ...charging,
      retired: true,
      added: true,
      urgent: true,
      trade: "security",
    });
    await expect(report(cast, { category: "own1" })).rejects.toMatchObject({ field: "category" });
    const seen = await withActor(cast.desk, () => getTicket({ ticketId: ticket.ticketId }));
    expect(seen).toMatchObject({ category: "own1", usualTrade: "security" });
  });

  it("keeps names apart, and one category in each kind", async () => {
    const cast = await mintCast();
    const asFirm = <T>(body: () => Promise<T>) => withActor(cast.headquarters, body);
    await expect(
      asFirm(() => addCategory({ ...charging, kinds: ["repair"], names: { "zh-CN": "电梯", en: "X" } })),
    ).rejects.toMatchObject({ code: "conflict", field: "names.zh-CN" });
    const retire = (code: string) => asFirm(() => changeCategory({ kind: "praise", code, retired: true }));
    for (const { code } of seeds.praise.slice(1)) await retire(code);
    await expect(retire("service")).rejects.toMatchObject({ code: "bad_request", field: "retired" });
    await expect(
      asFirm(() => changeCategory({ kind: "praise", code: "nosuch", urgent: true })),
    ).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      asFirm(() => orderCategories({ kind: "repair", codes: ["lift", "nosuch"] })),
    ).rejects.toMatchObject({ field: "codes" });
    const { items } = await asFirm(() => orderCategories({ kind: "repair", codes: ["lift"] }));
    expect(items[0]).toMatchObject({ kind: "repair", code: "lift" });
  });

  it("lets only headquarters change them, and everybody who sees tickets read them", async () => {
    const cast = await mintCast();
    await expect(
      withActor(cast.manager, () => addCategory({ ...charging, kinds: ["repair"] })),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect((await withActor(cast.technician, () => listCategories({}))).items.length).toBeGreaterThan(40);
  });
});
