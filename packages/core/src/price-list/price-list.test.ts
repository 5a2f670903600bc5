import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listAudit } from "../audit/index";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { mintCast } from "../ticket/cast.testing";
import { addPrice, changePrice, dropPrice, listPrices } from "./index";
import { holds, listOf } from "./list";
import { priceSchema } from "./price.entity";
import { seeds } from "./seed";
import { units, unitWords } from "./unit";

const charger = {
  part: "labour" as const,
  names: { "zh-CN": "安装充电桩", en: "Put up a charging point" },
  unit: "machine" as const,
  unitFen: 30_000,
  materialExtra: true,
};
const of = async (asked: Parameters<typeof listPrices>[0], code: string) =>
  (await listPrices(asked)).items.find((one) => one.code === code);

describe("the prices that come with the service", () => {
  it("are whole, told apart in both languages, and leave codes to firms", () => {
    for (const seed of seeds) expect(priceSchema.safeParse(seed).success, seed.code).toBe(true);
    for (const key of ["zh-CN", "en"] as const)
      for (const part of ["labour", "material"] as const) {
        const names = seeds.filter((one) => one.part === part).map(({ names }) => names[key]);
        expect(new Set(names).size).toBe(names.length);
      }
    expect(new Set(seeds.map(({ code }) => code)).size).toBe(seeds.length);
    for (const { code } of seeds) expect(code).not.toMatch(/^own\d/);
  });

  it("are counted in units that have words in both languages", () => {
    for (const words of Object.values(unitWords))
      expect(Object.keys(words).sort()).toEqual([...units].sort());
  });
});

it("a price holds from its first to its last day, unless it is out of use", () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, "0")}`);
  const edge = fc.option(day, { nil: undefined });
  fc.assert(
    fc.property(fc.boolean(), edge, edge, day, (disabled, from, to, on) => {
      const within = (from === undefined || from <= on) && (to === undefined || on <= to);
      expect(holds({ disabled, from, to }, on)).toBe(!disabled && within);
    }),
  );
});

it("what a project says goes before what the firm says, and that before what comes with the service", () => {
  const [first] = seeds;
  if (!first) throw new Error("no seeds");
  const said = (unitFen: number, projectId?: string) => ({ ...first, unitFen, projectId });
  const priceOf = (own: ReturnType<typeof said>[], project?: string) =>
    listOf(own, project).find(({ code }) => code === first.code);
  expect(priceOf([])).toMatchObject({ unitFen: first.unitFen, own: false });
  expect(priceOf([said(1), said(2, "a")])).toMatchObject({ unitFen: 1, own: false });
  expect(priceOf([said(2, "a"), said(1)], "a")).toMatchObject({ unitFen: 2, own: true });
  expect(priceOf([said(2, "a"), said(1)], "b")).toMatchObject({ unitFen: 1, own: false });
});

describe("a firm's price list", () => {
  it("is added to, changed and taken out of use by who answers for money, each told in the trail", async () => {
    const cast = await mintCast();
    const asCashier = <T>(body: () => Promise<T>) => withActor(cast.cashier, body);
    const { items } = await asCashier(() => addPrice(charger));
    expect(items.at(-1)).toMatchObject({ ...charger, code: "own1", own: false, holds: true });
    await asCashier(() => changePrice({ code: "tap", unitFen: 3_550, to: "2026-12-31" }));
    await asCashier(() => changePrice({ code: "own1", disabled: true }));
    const seen = <T>(body: () => Promise<T>) => withActor(cast.technician, body);
    expect(await seen(() => of({}, "own1"))).toMatchObject({ disabled: true, holds: false });
    const tap = (at: string) => asIfAt(`${at}T04:00:00.000Z`, () => seen(() => of({}, "tap")));
    expect(await tap("2026-12-31")).toMatchObject({ unitFen: 3_550, to: "2026-12-31", holds: true });
    expect(await tap("2027-01-01")).toMatchObject({ holds: false });
    await asCashier(() => changePrice({ code: "tap", to: null }));
    expect(await tap("2027-01-01")).toMatchObject({ unitFen: 3_550, holds: true });
    expect((await tap("2027-01-01"))?.to).toBeUndefined();
    const trail = await withActor(cast.headquarters, () => listAudit({}));
    const said = trail.items.filter(({ verb }) => verb.startsWith("price."));
    expect(said.map(({ verb }) => verb).sort()).toEqual([
      ...["price.add", "price.change", "price.change", "price.change"],
    ]);
    expect(said.map(({ detail = "" }) => detail).join()).toContain('"item":"更换水龙头","unitFen":3550');
  });

  it("differs in a project until that goes by the firm's again", async () => {
    const cast = await mintCast();
    const { projectId, other } = cast;
    const asManager = <T>(body: () => Promise<T>) => withActor(cast.manager, body);
    await asManager(() => changePrice({ projectId, code: "tap", unitFen: 2_000 }));
    expect(await asManager(() => of({ projectId }, "tap"))).toMatchObject({ unitFen: 2_000, own: true });
    expect(await asManager(() => of({}, "tap"))).toMatchObject({ unitFen: 3_000 });
    await asManager(() => dropPrice({ projectId, code: "tap" }));
    expect(await asManager(() => of({ projectId }, "tap"))).toMatchObject({ unitFen: 3_000, own: false });
    await expect(asManager(() => dropPrice({ projectId, code: "tap" }))).rejects.toMatchObject({
      code: "not_found",
    });
    const elsewhere = { projectId: other.projectId, code: "tap", unitFen: 1 };
    await expect(asManager(() => changePrice(elsewhere))).rejects.toMatchObject({ code: "not_found" });
    await expect(asManager(() => changePrice({ code: "tap", unitFen: 1 }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("takes no price that cannot be", async () => {
    const cast = await mintCast();
    const asFirm = <T>(body: () => Promise<T>) => withActor(cast.headquarters, body);
    const refused = (more: object) => expect(asFirm(() => addPrice({ ...charger, ...more }))).rejects;
    await refused({ names: { "zh-CN": "更换水龙头", en: "X" } }).toMatchObject({ field: "names.zh-CN" });
    await refused({ from: "2026-12-02", to: "2026-12-01" }).toMatchObject({ field: "to" });
    for (const unitFen of [-1, 1.5, 10_000_001])
      await refused({ unitFen }).toMatchObject({ code: "bad_request", field: "unitFen" });
    await refused({ unit: "mile" }).toMatchObject({ code: "bad_request", field: "unit" });
    await refused({ names: { "zh-CN": " ", en: "X" } }).toMatchObject({ code: "bad_request" });
    await expect(asFirm(() => changePrice({ code: "nosuch", unitFen: 1 }))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(withActor(cast.technician, () => addPrice(charger))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("gives each of two added at once a code of its own", async () => {
    const cast = await mintCast();
    const names = ["甲", "乙", "丙", "丁"].map((name) => ({ "zh-CN": name, en: name }));
    await withActor(cast.headquarters, () =>
      Promise.all(names.map((one) => addPrice({ ...charger, names: one }))),
    );
    const { items } = await withActor(cast.headquarters, () => listPrices({}));
    const own = items.filter(({ code }) => code.startsWith("own"));
    expect(own.map(({ code }) => code)).toEqual(["own1", "own2", "own3", "own4"]);
  });
});
